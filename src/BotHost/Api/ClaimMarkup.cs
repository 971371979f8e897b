using System.Text.Json;
using System.Text.Json.Nodes;
using FactChecking.Dossiers;

namespace BotHost.Api;

/// <summary>A claim as schema.org puts it (schema.org/Claim), with the pages that reviewed it as its subject matter.</summary>
internal static class ClaimMarkup
{
    /// <summary>With the escapes of the default encoder, so that nothing in it ends a script element.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static JsonObject Of(ClaimDossier claim, string language)
    {
        var markup = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Claim",
            ["identifier"] = claim.Id,
            ["text"] = claim.Text.In(language),
        };
        if (claim.SaidBy.Count > 0)
            markup["author"] = new JsonArray([.. claim.SaidBy.Select(entity => (JsonNode)new JsonObject { ["@type"] = entity.Kind == "person" ? "Person" : "Organization", ["name"] = entity.NameIn(language) })]);
        markup["subjectOf"] = new JsonArray([.. claim.Debunks.Where(debunk => debunk.Scope == "same_claim" && debunk.Document.Url is not null).Select(debunk => (JsonNode)new JsonObject
        {
            ["@type"] = "WebPage",
            ["url"] = debunk.Document.Url,
            ["name"] = debunk.Document.Title,
            ["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = debunk.Document.Publisher },
        })]);
        return markup;
    }
}
