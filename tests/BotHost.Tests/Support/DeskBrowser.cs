using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace BotHost.Tests.Support;

/// <summary>A browser without script: keeps cookies, follows no redirect by itself, and sends forms as they stand on their page.</summary>
public sealed class DeskBrowser : IDisposable
{
    private readonly HttpClientHandler _handler = new()
    {
        AllowAutoRedirect = false,
        // A test's own certificate is signed by nobody.
        ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
    };

    private string _opened = "/";

    public DeskBrowser(Uri address) => Http = new HttpClient(_handler) { BaseAddress = address };

    public HttpClient Http { get; }

    public CookieContainer Cookies => _handler.CookieContainer;

    /// <summary>Sends the sign-in form.</summary>
    public Task<HttpResponseMessage> SignInAsync(string name, string password, string page = "/desk/sign-in") =>
        PostAsync(page, new() { ["Name"] = name, ["Password"] = password });

    /// <summary>Opens a page, which must be there.</summary>
    public async Task<IHtmlDocument> OpenAsync(string path)
    {
        using var response = await Http.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, path), (response.StatusCode, path));
        _opened = path;
        return await PageAsync(response);
    }

    /// <summary>
    /// Opens a page and sends its form, with the fields that it holds already, its anti-forgery token among them, and these over
    /// them.
    /// </summary>
    /// <param name="path">The page.</param>
    /// <param name="fields">The fields; null takes one out.</param>
    /// <param name="form">Which form, as a CSS selector; its first match, and by default the first form of the content.</param>
    public async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string?> fields, string form = "main form[method=post]")
    {
        var page = await OpenAsync(path);
        var element = page.QuerySelector(form) as IHtmlFormElement ?? throw new InvalidOperationException($"{path} has no {form}.");
        var action = element.GetAttribute("action");
        return await Http.PostAsync(string.IsNullOrEmpty(action) ? path : action, Content(element, fields));
    }

    /// <summary>Opens a page and sends its form with a file.</summary>
    /// <param name="path">The page.</param>
    /// <param name="fields">The fields, over those that the form holds already.</param>
    /// <param name="fileName">The name of the file.</param>
    /// <param name="file">What it holds.</param>
    /// <param name="form">Which form, as a CSS selector.</param>
    public async Task<HttpResponseMessage> UploadAsync(string path, Dictionary<string, string?> fields, string fileName, byte[] file, string form)
    {
        var element = (IHtmlFormElement)(await OpenAsync(path)).QuerySelector(form)!;
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Fields(element, fields))
            content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(file), "File", fileName);
        return await Http.PostAsync(element.GetAttribute("action"), content);
    }

    /// <summary>Sends a form of a page that is open already.</summary>
    /// <param name="page">The page.</param>
    /// <param name="form">Which form, as a CSS selector.</param>
    /// <param name="fields">The fields, over those that the form holds already.</param>
    /// <param name="button">What the address of the button ends with that is pressed; null: one without an address of its own.</param>
    public Task<HttpResponseMessage> SendAsync(IHtmlDocument page, string form, Dictionary<string, string?> fields, string? button = null)
    {
        var element = (IHtmlFormElement)page.QuerySelector(form)!;
        var action = button is null ? element.GetAttribute("action") : element.QuerySelector($"button[formaction$={button}]")!.GetAttribute("formaction");
        return Http.PostAsync(string.IsNullOrEmpty(action) ? _opened : action, Content(element, fields));
    }

    public static async Task<IHtmlDocument> PageAsync(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

    public void Dispose()
    {
        Http.Dispose();
        _handler.Dispose();
    }

    private static FormUrlEncodedContent Content(IHtmlFormElement form, Dictionary<string, string?> fields) => new(Fields(form, fields));

    private static List<KeyValuePair<string, string>> Fields(IHtmlFormElement form, Dictionary<string, string?> fields)
    {
        var sent = form.Elements.Select(ValueOf).OfType<KeyValuePair<string, string>>().Where(field => !fields.ContainsKey(field.Key)).ToList();
        sent.AddRange(fields.Where(field => field.Value is not null).Select(field => new KeyValuePair<string, string>(field.Key, field.Value!))); // looked at before
        return sent;
    }

    // Buttons are pressed by naming them among the fields.
    private static KeyValuePair<string, string>? ValueOf(AngleSharp.Dom.IElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => null,
        IHtmlInputElement { Name: { Length: > 0 } name, Type: not ("submit" or "file") } input => new(name, input.Value),
        IHtmlTextAreaElement { Name: { Length: > 0 } name } area => new(name, area.Value),
        IHtmlSelectElement { Name: { Length: > 0 } name } select => new(name, select.Value ?? ""),
        _ => null,
    };
}
