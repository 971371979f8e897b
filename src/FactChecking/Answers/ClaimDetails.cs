using FactChecking.Dossiers;
using FactChecking.Knowledge;
using FactChecking.Languages;
using FactChecking.Messages;
using FactChecking.Pictures;
using FactChecking.Prompts;
using FactChecking.Published;

namespace FactChecking.Answers;

/// <summary>More on a claim that a person was answered with, for those who ask: its whole origin trail, and its sources.</summary>
public sealed class ClaimDetails
{
    // What Telegram takes is 4096 characters; it counts some of them twice.
    private const int LongestMessage = 3_800;

    private const int MaxSources = 24;

    private readonly KnowledgeBase _knowledge;
    private readonly PromptLibrary _prompts;
    private readonly TrailPicture _picture;
    private readonly PublicAddress _address;

    internal ClaimDetails(KnowledgeBase knowledge, PromptLibrary prompts, TrailPicture picture, PublicAddress address) =>
        (_knowledge, _prompts, _picture, _address) = (knowledge, prompts, picture, address);

    /// <summary>The claim with this key; null when it names none any more.</summary>
    public (string Id, bool HasOrigin)? FindClaim(string key) => Find(key) is { } dossier ? (dossier.Id, dossier.Trails.Count > 0) : null;

    /// <summary>The claim's words; null when there is no such claim any more.</summary>
    /// <param name="claim">The claim's id.</param>
    /// <param name="language">One of <see cref="ReplyLanguages.All"/>.</param>
    public string? FindClaimText(string claim, string language) => DossierReader.Find(_knowledge.Current, claim)?.Text.In(language);

    /// <summary>Tells the claim's records as they are now; null when there is no such claim any more.</summary>
    /// <param name="claim">The claim's id.</param>
    public string? FindFingerprint(string claim) =>
        DossierReader.Find(_knowledge.Current, claim) is { } dossier ? DossierFingerprint.Of(dossier) : null;

    /// <summary>Whether two fingerprints of a claim tell that its records differ.</summary>
    public static bool Differ(string earlier, string later) => DossierFingerprint.Differ(earlier, later);

    /// <summary>Where the claim comes from, with every statement cited; null when the key names no claim any more.</summary>
    /// <param name="key">The claim's key, as in <see cref="Candidate.Key"/>.</param>
    /// <param name="language">One of <see cref="ReplyLanguages.All"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ClaimOrigin?> FindOriginAsync(string key, string language, CancellationToken cancellationToken)
    {
        if (Find(key) is not { } dossier)
            return null;

        TelegramHtml? html = null;
        foreach (var size in ReplySize.OfOrigin)
        {
            var builder = new ReplyViewBuilder(dossier, Stance.Asserts, language, size);
            html = await SetAsync("Origin", language, builder.BuildOrigin(), builder.Book, cancellationToken);
            if (html.VisibleLength <= LongestMessage)
                break;
        }

        return new ClaimOrigin(html!.ToString(), PictureOf(dossier, language)); // there is at least one size
    }

    private OriginPicture? PictureOf(ClaimDossier dossier, string language) =>
        dossier.Trails is [var trail, ..] && TrailDiagram.Of(trail, language) is { } diagram && _picture.Draw(diagram) is { } png
            ? new OriginPicture(png, diagram.Describe(trail.Title.In(language)))
            : null;

    /// <summary>
    /// The sources on the claim, with what each is cited for, and its page where pages have a public address; null when the key
    /// names no claim any more.
    /// </summary>
    /// <param name="key">The claim's key, as in <see cref="Candidate.Key"/>.</param>
    /// <param name="language">One of <see cref="ReplyLanguages.All"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<string?> FindSourcesAsync(string key, string language, CancellationToken cancellationToken)
    {
        if (Find(key) is not { } dossier)
            return null;

        var page = _address.OfClaim(dossier.Id) is { } address ? $"{address}?language={language}" : null;
        for (var max = MaxSources; ; max = max * 2 / 3)
        {
            var builder = new ReplyViewBuilder(dossier, Stance.Asserts, language, ReplySize.FromFullest[0]);
            var html = await SetAsync("Sources", language, builder.BuildSources(max) with { Page = page }, builder.Book, cancellationToken);
            if (html.VisibleLength <= LongestMessage || max <= 1)
                return html.ToString();
        }
    }

    private ClaimDossier? Find(string key)
    {
        var generation = _knowledge.Current;
        return DossierReader.FindIdByKey(generation, key) is { } claim ? DossierReader.Find(generation, claim) : null;
    }

    private async Task<TelegramHtml> SetAsync(
        string task, string language, ReplyView view, CitationBook book, CancellationToken cancellationToken) =>
        ReplyLayout.Set(await _prompts.RenderAsync($"{task}/{language}", new() { ["view"] = view }, cancellationToken), book.Citations, view.Page);
}

/// <param name="Text">The trail in words, Telegram HTML.</param>
/// <param name="Picture">The same drawn; null for a short trail, or where no font holds its letters.</param>
public sealed record ClaimOrigin(string Text, OriginPicture? Picture);

/// <param name="Png">The picture.</param>
/// <param name="Description">What it shows, plain text.</param>
public sealed record OriginPicture(byte[] Png, string Description);
