using SkiaSharp;

namespace FactChecking.Pictures;

/// <summary>Draws a trail: a box a carrier with its date, and arrows along the relays. Made with SkiaSharp.</summary>
internal sealed class TrailPicture(PictureFonts fonts)
{
    private const float Width = 900;
    private const float Margin = 30;
    private const float BoxHeight = 84;
    private const float Gap = 44;
    private const float LaneWidth = 26;
    private const float ArrowSize = 9;
    private const int HeightsOfHalf = 4;
    private const float NameSize = 26;
    private const float DateSize = 20;

    private static readonly SKColor Ink = new(0x1F, 0x29, 0x33);
    private static readonly SKColor Quiet = new(0x5A, 0x67, 0x75);
    private static readonly SKColor Box = new(0xEE, 0xF2, 0xF6);
    private static readonly SKColor Line = new(0x2B, 0x6C, 0xB0);

    /// <summary>The picture as PNG; null when no font holds all its letters.</summary>
    public byte[]? Draw(TrailDiagram diagram)
    {
        var letters = string.Concat(diagram.Rows.Select(row => row.Name + row.Date)) + "…";
        return fonts.Find(letters, diagram.Language) is { } typeface ? Draw(diagram, typeface) : null;
    }

    private static byte[] Draw(TrailDiagram diagram, SKTypeface typeface)
    {
        // The short ones inside, so that few cross.
        var far = diagram.Arrows.Where(arrow => !IsStraight(arrow)).OrderBy(Length).ThenBy(arrow => arrow.From).ToList();
        var boxWidth = Width - (2 * Margin) - (far.Count * LaneWidth) - LaneWidth;
        var height = (2 * Margin) + (diagram.Rows.Count * BoxHeight) + ((diagram.Rows.Count - 1) * Gap);
        using var surface = SKSurface.Create(new SKImageInfo((int)Width, (int)height, SKColorType.Rgba8888, SKAlphaType.Opaque))
            ?? throw new InvalidOperationException("There is no memory for a picture.");
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        for (var row = 0; row < diagram.Rows.Count; row++)
            DrawBox(canvas, diagram.Rows[row], Top(row), boxWidth, typeface);
        foreach (var arrow in diagram.Arrows.Where(IsStraight))
            DrawStraight(canvas, arrow.From, boxWidth);
        for (var lane = 0; lane < far.Count; lane++)
            DrawAround(canvas, far[lane], boxWidth, lane, far.Count);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static bool IsStraight((int From, int To) arrow) => arrow.To == arrow.From + 1;

    private static int Length((int From, int To) arrow) => Math.Abs(arrow.To - arrow.From);

    private static float Top(int row) => Margin + (row * (BoxHeight + Gap));

    private static void DrawBox(SKCanvas canvas, TrailRow row, float top, float width, SKTypeface typeface)
    {
        using var fill = new SKPaint { Color = Box, IsAntialias = true };
        using var ink = new SKPaint { Color = Ink, IsAntialias = true };
        using var quiet = new SKPaint { Color = Quiet, IsAntialias = true };
        using var large = new SKFont(typeface, NameSize);
        using var small = new SKFont(typeface, DateSize);
        canvas.DrawRoundRect(Margin, top, width, BoxHeight, 10, 10, fill);
        canvas.DrawText(Fitted(row.Name, large, width - 32), Margin + 16, top + 36, SKTextAlign.Left, large, ink);
        canvas.DrawText(row.Date, Margin + 16, top + 68, SKTextAlign.Left, small, quiet);
    }

    private static void DrawStraight(SKCanvas canvas, int from, float boxWidth)
    {
        using var line = Stroke();
        var x = Margin + (boxWidth / 2);
        var (start, end) = (Top(from) + BoxHeight, Top(from + 1));
        canvas.DrawLine(x, start, x, end - ArrowSize, line);
        DrawHead(canvas, new SKPoint(x, end), new SKPoint(-ArrowSize, -ArrowSize), new SKPoint(ArrowSize, -ArrowSize));
    }

    // Beside the boxes, each arrow in a lane of its own. Arrows leave a box in its lower half and come in the upper half, each
    // at a height of its own, so that none seems to go on as another: on the way down the outer ones nearer to the middle, on
    // the way up farther from it, so that those of one box do not cross.
    private static void DrawAround(SKCanvas canvas, (int From, int To) arrow, float boxWidth, int number, int count)
    {
        using var line = Stroke();
        var (edge, lane) = (Margin + boxWidth, (number + 1) * LaneWidth);
        var height = arrow.To > arrow.From ? count - 1 - number : number;
        var shift = 10 + (height % HeightsOfHalf * 8);
        var (start, end) = (Top(arrow.From) + (BoxHeight / 2) + shift, Top(arrow.To) + (BoxHeight / 2) - shift);
        using var path = new SKPathBuilder();
        path.MoveTo(edge, start);
        path.LineTo(edge + lane, start);
        path.LineTo(edge + lane, end);
        path.LineTo(edge + ArrowSize, end);
        using var drawn = path.Detach();
        canvas.DrawPath(drawn, line);
        DrawHead(canvas, new SKPoint(edge, end), new SKPoint(ArrowSize, -ArrowSize), new SKPoint(ArrowSize, ArrowSize));
    }

    private static void DrawHead(SKCanvas canvas, SKPoint tip, SKPoint one, SKPoint other)
    {
        using var fill = new SKPaint { Color = Line, IsAntialias = true };
        using var path = new SKPathBuilder();
        path.MoveTo(tip);
        path.LineTo(tip + one);
        path.LineTo(tip + other);
        path.Close();
        using var drawn = path.Detach();
        canvas.DrawPath(drawn, fill);
    }

    private static SKPaint Stroke() => new() { Color = Line, IsAntialias = true, IsStroke = true, StrokeWidth = 3 };

    private static string Fitted(string text, SKFont font, float width)
    {
        if (font.MeasureText(text) <= width)
            return text;
        var taken = font.BreakText(text, width - font.MeasureText("…"));
        return text[..taken].TrimEnd() + "…";
    }
}
