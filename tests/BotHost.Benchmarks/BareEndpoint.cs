using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace BotHost.Benchmarks;

/// <summary>The least that a list can cost: twenty rows, read and written as JSON.</summary>
internal static class BareEndpoint
{
    public static async Task RunAsync(string database, string address, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add(address);
        app.MapGet("/", () => Results.Text(JsonSerializer.Serialize(Read(database)), "application/json"));
        await app.StartAsync(cancellationToken);
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    private static List<string> Read(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select text from claims order by number desc limit 20";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
