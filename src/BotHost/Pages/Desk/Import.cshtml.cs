using System.ComponentModel.DataAnnotations;
using BotHost.SignIn;
using BotHost.Store.Accounts;
using BotHost.Uploads;
using FactChecking.Curation.DeskImports;
using FactChecking.Curation.Exchange.Csv;
using FactChecking.Curation.Exchange.Feeds;
using FactChecking.Curation.Exchange.Formats;
using FactChecking.Curation.Exchange.Imports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace BotHost.Pages.Desk;

/// <summary>Import: a file or a feed is looked at first, and imported as it was looked at.</summary>
[Authorize(Roles.Editor)]
[UploadLimit]
public sealed class ImportModel(DeskImport import, FeedDownload feeds, UploadStore uploads, ImportNoteStore notes, IOptions<ExchangeOptions> options) : PageModel
{
    /// <summary>What the names of the columns of fields begin with.</summary>
    public const string ColumnPrefix = "c:";

    /// <summary>So many items of a preview are listed.</summary>
    public const int MaxShown = 100;

    private const int MaxNotes = 50;

    /// <summary>One of <see cref="DeskImport.Formats"/>.</summary>
    [BindProperty]
    public string? Format { get; set; }

    [BindProperty(Name = "File")]
    public IFormFile? Sent { get; set; }

    /// <summary>The address of a feed, in place of a file.</summary>
    [BindProperty]
    [StringLength(2000)]
    public string? Address { get; set; }

    /// <summary>Whom the data are from.</summary>
    [BindProperty]
    [StringLength(200)]
    public string? Source { get; set; }

    /// <summary>SPDX.</summary>
    [BindProperty]
    [StringLength(100)]
    public string? Licence { get; set; }

    /// <summary>Items that are wrong are left out.</summary>
    [BindProperty]
    public bool LeaveOut { get; set; }

    /// <summary>The file that was sent before; null: none was.</summary>
    [BindProperty]
    public string? Token { get; set; }

    /// <summary>The import that was just done.</summary>
    public ImportNote? Done { get; private set; }

    public IReadOnlyList<ImportNote> Notes { get; private set; } = [];

    public ImportPreview? Preview { get; private set; }

    /// <summary>The columns of a CSV file; null for other forms.</summary>
    public CsvColumns? Columns { get; private set; }

    public string? FileName { get; private set; }

    /// <summary>Why what was asked for was not done.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    public bool MayImport => User.May(Roles.Publisher);

    /// <summary>An import would do something, and not be refused.</summary>
    public bool CanImport => Preview is not null && (LeaveOut || Preview.CountOf(PreviewKind.Refused) == 0);

    public int MaxMegabytes => options.Value.MaxMegabytesAtDesk;

    public string FeedHosts => options.Value.FeedHosts;

    public async Task OnGetAsync(long? done)
    {
        Notes = await notes.LatestAsync(MaxNotes);
        Done = done is { } number ? await notes.FindAsync(number) : null;
    }

    /// <summary>Says what an import would do.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        var upload = await TryAsync(() => UploadAsync(cancellationToken));
        if (upload is not null)
        {
            (Token, FileName) = (upload.Token, upload.Input.Name);
            if (Format == ExchangeFormat.Csv)
                Columns = await TryAsync(() => Task.FromResult<CsvColumns?>(CsvColumns.Read(upload.Input, ColumnsOf(Request.Form))));
            if (Problems.Count == 0)
                Preview = await TryAsync(async () => (ImportPreview?)await import.PreviewAsync(upload.Input, RequestOf(Request.Form), cancellationToken));
        }
        ModelState.Clear(); // what is shown is what was worked out here
        await OnGetAsync(null);
        return Page();
    }

    /// <summary>Imports what was looked at.</summary>
    public async Task<IActionResult> OnPostImportAsync(CancellationToken cancellationToken)
    {
        if (!MayImport)
            return Forbid();
        var done = await TryAsync(async () =>
        {
            if (Check() is not { } upload)
                return null;
            var number = await import.ImportAsync(upload.Input, RequestOf(Request.Form), User.Identity?.Name ?? "", cancellationToken);
            uploads.Delete(upload);
            return (long?)number;
        });
        if (done is not null)
            return RedirectToPage(new { done });
        await OnGetAsync(null);
        return Page();
    }

    private ImportRequest RequestOf(IFormCollection form) => new(Format!) // Check has looked
    {
        Source = NullWhenEmpty(Source),
        Licence = NullWhenEmpty(Licence),
        LeaveOutFaulty = LeaveOut,
        Columns = ColumnsOf(form),
        MaxMegabytes = MaxMegabytes,
    };

    private static Dictionary<string, string> ColumnsOf(IFormCollection form) => form
        .Where(field => field.Key.StartsWith(ColumnPrefix, StringComparison.Ordinal))
        .ToDictionary(field => field.Key[ColumnPrefix.Length..], field => field.Value.ToString());

    private async Task<Upload?> UploadAsync(CancellationToken cancellationToken)
    {
        if (Sent is null && NullWhenEmpty(Address) is null)
            return Check();
        if (!IsSound())
            return null;
        if (Sent is { } file)
        {
            await using var content = file.OpenReadStream();
            return await uploads.AddAsync(User.SessionNumber(), Path.GetFileName(file.FileName), content, cancellationToken);
        }
        if (Format != ExchangeFormat.Feed || !Uri.TryCreate(Address, UriKind.Absolute, out var address))
            return Refuse("Only a feed has an address: one that begins with https://. Send other forms as files.");
        // Kept like a file, so that what is imported is what was looked at.
        var feed = await feeds.GetAsync(address, cancellationToken);
        await using var read = feed.Open();
        return await uploads.AddAsync(User.SessionNumber(), feed.Name, read, cancellationToken);
    }

    // The file that was sent before.
    private Upload? Check() => !IsSound() ? null
        : uploads.Find(Token, User.SessionNumber()) ?? Refuse(Token is null ? "Choose a file." : "The file is not kept any more. Choose it again.");

    private bool IsSound()
    {
        if (Format is null || !DeskImport.Formats.Contains(Format))
            Refuse("Choose the form of the file.");
        else if (NullWhenEmpty(Licence) is { } licence && !Licences.IsSpdx(licence))
            Refuse($"“{licence}” is no SPDX expression, such as CC-BY-4.0. A licence of your own begins with LicenseRef-.");
        else if (!ModelState.IsValid)
            Refuse("A field is too long.");
        return Problems.Count == 0;
    }

    private Upload? Refuse(string problem)
    {
        Problems = [problem];
        return null;
    }

    private async Task<T?> TryAsync<T>(Func<Task<T?>> work)
    {
        try
        {
            return await work();
        }
        catch (ImportRefusedException exception)
        {
            Problems = [.. exception.Faults.Take(MaxShown).Select(fault => fault.ToString())];
        }
        catch (IOException exception)
        {
            Problems = [exception.Message];
        }
        return default;
    }

    private static string? NullWhenEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
