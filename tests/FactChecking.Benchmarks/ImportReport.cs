using System.Diagnostics;
using System.Text.Json;
using Dapper;
using FactChecking.Curation.Exchange;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Curation.Exchange.Imports;
using FactChecking.Curation.Publishing;
using FactChecking.Knowledge;
using FactChecking.Matching;
using FactChecking.Storage;
using Microsoft.Data.Sqlite;

namespace FactChecking.Benchmarks;

/// <summary>
/// Times the import of ClaimReview beside the least that can be done with the same file: System.Text.Json reads it whole into
/// objects, and a prepared statement inserts them into one table. That keeps a row and makes nothing of it that can be found.
/// </summary>
internal static class ImportReport
{
    public static async Task PrintAsync(BenchmarkDatabases databases, int[] sizes, string folder)
    {
        Directory.CreateDirectory(folder);
        Console.WriteLine("| records | import | a second | peak memory | plain insert | ratio |");
        Console.WriteLine("|--:|--:|--:|--:|--:|--:|");
        foreach (var size in sizes)
        {
            var file = Path.Combine(folder, $"reviews-{size}.json");
            WriteFeed(databases.Take(size), file);
            var import = await ImportAsync(file, Path.Combine(folder, "import.db"));
            var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024;
            var plain = await InsertAsync(file, Path.Combine(folder, "plain.db"));
            Console.WriteLine($"| {size} | {import.TotalSeconds:0.0} s | {size / import.TotalSeconds:0} | {peak} MB | {plain.TotalSeconds:0.0} s | {import / plain:0.0} |");
            File.Delete(file);
        }
    }

    private static async Task<TimeSpan> ImportAsync(string file, string database)
    {
        File.Delete(database);
        var target = new SqliteFile(database);
        using var knowledge = new KnowledgeBase(target);
        var matcher = new ClaimMatcher(new MatchOptions());
        var import = new ExchangeImport(new KnowledgePublisher(target, TimeProvider.System), knowledge, matcher, null, new ExchangeOptions());
        var started = Stopwatch.GetTimestamp();
        await import.ImportAsync(ImportInput.OfFile(file), new ImportRequest(ExchangeFormat.ClaimReview) { Source = "made up", Licence = "CC0-1.0" }, CancellationToken.None);
        var taken = Stopwatch.GetElapsedTime(started);
        File.Delete(database);
        return taken;
    }

    private static async Task<TimeSpan> InsertAsync(string file, string database)
    {
        File.Delete(database);
        var started = Stopwatch.GetTimestamp();
        await using (var stream = File.OpenRead(file))
        await using (var connection = new SqliteFile(database).OpenForWriting())
        {
            var feed = await JsonSerializer.DeserializeAsync<Feed>(stream, JsonSerializerOptions.Web);
            connection.Execute("create table reviews (url text primary key, claim text, body text, date text, author text, author_url text, rating text)");
            await using var transaction = connection.BeginTransaction();
            Insert(connection, transaction, feed!.DataFeedElement.SelectMany(element => element.Item)); // the file was written here
            transaction.Commit();
        }
        var taken = Stopwatch.GetElapsedTime(started);
        File.Delete(database);
        return taken;
    }

    private static void Insert(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<Review> reviews)
    {
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "insert into reviews values ($url, $claim, $body, $date, $author, $author_url, $rating)";
        foreach (var review in reviews)
        {
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$url", review.Url);
            insert.Parameters.AddWithValue("$claim", review.ClaimReviewed);
            insert.Parameters.AddWithValue("$body", review.ReviewBody);
            insert.Parameters.AddWithValue("$date", review.DatePublished);
            insert.Parameters.AddWithValue("$author", review.Author.Name);
            insert.Parameters.AddWithValue("$author_url", review.Author.Url);
            insert.Parameters.AddWithValue("$rating", review.ReviewRating.AlternateName);
            insert.ExecuteNonQuery();
        }
    }

    private static void WriteFeed(IEnumerable<ImportRecord> records, string file)
    {
        using var stream = File.Create(file);
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        json.WriteString("@type", "DataFeed");
        json.WriteStartArray("dataFeedElement");
        foreach (var (number, record) in records.Index())
        {
            JsonSerializer.Serialize(json, new Dictionary<string, object>
            {
                ["@type"] = "DataFeedItem",
                ["item"] = new[]
                {
                    new Dictionary<string, object?>
                    {
                        ["@type"] = "ClaimReview",
                        ["url"] = $"https://checkers-{number % 200}.example/{number}",
                        ["claimReviewed"] = record.Title ?? record.Text,
                        ["reviewBody"] = record.Text ?? "",
                        ["datePublished"] = "2026-01-31",
                        ["author"] = new Dictionary<string, string> { ["name"] = $"Checkers {number % 200}", ["url"] = $"https://checkers-{number % 200}.example/" },
                        ["reviewRating"] = new Dictionary<string, string> { ["alternateName"] = "False" },
                    },
                },
            });
            json.Flush();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private sealed record Feed(List<FeedItem> DataFeedElement);

    private sealed record FeedItem(List<Review> Item);

    private sealed record Review(string Url, string ClaimReviewed, string ReviewBody, string DatePublished, Reviewer Author, Rating ReviewRating);

    private sealed record Reviewer(string Name, string Url);

    private sealed record Rating(string AlternateName);
}
