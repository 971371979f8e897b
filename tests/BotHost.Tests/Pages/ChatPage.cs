using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BotHost.Tests.Pages;

/// <summary>The chat page as a person uses it.</summary>
internal static class ChatPage
{
    public static Task<IDocument> SendAsync(this IDocument page, string message, string language = "", string from = "") =>
        page.QuerySelector<IHtmlFormElement>("form.ask")!.SubmitAsync(new { Message = message, Language = language, ForwardedFrom = from });

    public static Task<IDocument> PressAsync(this IDocument page, string button) =>
        page.QuerySelectorAll<IHtmlButtonElement>("button").Single(element => element.Text().Trim() == button).SubmitAsync();

    public static IElement? Reply(this IDocument page) => page.QuerySelector(".reply .text");

    public static string ReplyText(this IDocument page) =>
        page.Reply()?.TextContent ?? throw new InvalidOperationException($"There is no reply on the page: {page.Body?.TextContent}");

    public static IReadOnlyList<string> Choices(this IDocument page) =>
        [.. page.QuerySelectorAll(".choices button").Select(button => button.TextContent.Trim())];

    public static string? Problem(this IDocument page) => page.QuerySelector("[role=alert]")?.TextContent;
}
