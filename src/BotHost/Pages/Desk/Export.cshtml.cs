using FactChecking.Curation.Exchange;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BotHost.Pages.Desk;

/// <summary>All records as a file, in any of the forms.</summary>
public sealed class ExportModel(ExchangeExport export) : PageModel
{
    /// <summary>Why there is no file.</summary>
    public string? Problem { get; private set; }

    public IActionResult OnGet(string? format)
    {
        if (format is null)
            return Page();
        if (!ExchangeExport.Forms.TryGetValue(format, out var form))
            return NotFound();

        // Written whole before any of it is sent, so that a download never breaks off without a word; gone once it is sent.
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose });
        try
        {
            export.Write(format, file);
            file.Position = 0;
            return File(file, form.ContentType, form.FileName);
        }
        catch (DirectoryNotFoundException exception)
        {
            file.Dispose();
            Problem = exception.Message;
            return Page();
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
