namespace FactChecking.Curation.OutletDrafts;

/// <summary>An openly licensed list of outlets, recognised by the columns of its first line.</summary>
/// <param name="List">What the list is called.</param>
/// <param name="Url">Where it is published.</param>
/// <param name="Licence">The licence under which it is published there.</param>
/// <param name="Columns">The columns that it must have.</param>
/// <param name="Name">The column of the outlet's name.</param>
/// <param name="Group">The column of the house; stands in for a name that is missing.</param>
/// <param name="Country">The column of the country.</param>
/// <param name="Address">The column of the address.</param>
/// <param name="Telegram">The column of a Telegram channel's address.</param>
/// <param name="Label">The column of what the list says of the outlet.</param>
/// <param name="Source">The column of whom the list names as a row's source.</param>
/// <param name="Note">The column of notes.</param>
internal sealed record OutletListForm(
    string List,
    string Url,
    string Licence,
    IReadOnlyList<string> Columns,
    string Name,
    string? Group,
    string? Country,
    string Address,
    string? Telegram,
    string Label,
    string? Source,
    string? Note)
{
    public static readonly IReadOnlyList<OutletListForm> All =
    [
        new("State Media Matrix", "https://github.com/ASD-at-GMF/state-media-profiles", "MIT (Copyright (c) 2023 ASD-at-GMF)",
            ["Country", "Media company", "Main assets", "URL", "Typology"],
            "Main assets", "Media company", "Country", "URL", "Telegram Link", "Typology", null, "Notes"),
        new("Information Laundromat, sites of concern", "https://github.com/ASD-at-GMF/disinfo-laundromat",
            "MIT (Copyright (c) 2023 Peter Benzoni, Alicia Bargar, Gaurika K. Chaturvedi)",
            ["Threat Actor", "Domain", "Name", "Source"],
            "Name", null, null, "Domain", null, "Threat Actor", "Source", null),
    ];

    public static OutletListForm? Of(IReadOnlyCollection<string> header) =>
        All.FirstOrDefault(form => form.Columns.All(header.Contains));
}
