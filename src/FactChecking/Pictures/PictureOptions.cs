namespace FactChecking.Pictures;

public sealed class PictureOptions
{
    public const string Section = "Pictures";

    /// <summary>
    /// The folder with the font files that pictures are drawn with; searched with all below it. Where none of them holds all
    /// letters of a picture, as with Chinese on a machine without Chinese fonts, there is no picture, and the words say it all.
    /// </summary>
    public string FontFolder { get; set; } = "/usr/share/fonts";
}
