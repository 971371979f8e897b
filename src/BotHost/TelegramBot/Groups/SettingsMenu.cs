using System.Globalization;
using BotHost.Store.Groups;
using BotHost.TelegramBot.Sending;
using BotHost.TelegramBot.Texts;
using FactChecking.Languages;

namespace BotHost.TelegramBot.Groups;

/// <summary>The settings of a group as a message with buttons. All that a press needs is in its button, so old menus work on.</summary>
internal sealed class SettingsMenu(GroupSettings settings, GroupTexts texts, BotTexts bot, DateTimeOffset now)
{
    private static readonly QuietHours[] Nights = [new(21, 7), new(22, 7), new(22, 8), new(23, 8), new(0, 8)];

    /// <summary>The topic that the menu is in, 0 for the general one.</summary>
    public int Topic { get; init; }

    /// <summary>Telegram shows the bot commands and replies only.</summary>
    public bool IsBlind { get; init; }

    public string BotName { get; init; } = "";

    public string Text(SettingsPage page) => page switch
    {
        SettingsPage.Mode => texts.ModeHint,
        SettingsPage.Language => texts.LanguageHint,
        SettingsPage.Level => texts.LevelHint,
        SettingsPage.CoolDown => texts.CoolDownHint,
        SettingsPage.Quiet => texts.QuietHint,
        SettingsPage.Topics => texts.TopicsHint,
        _ => settings.IsAutomatic && IsBlind ? $"{Overview}\n\n{GroupTexts.Naming(texts.GreetingBlind, BotName)}" : Overview,
    };

    public IReadOnlyList<Button> Buttons(SettingsPage page) => page switch
    {
        SettingsPage.Mode => WithBack(Enum.GetValues<GroupMode>().Select(mode => Choice(page, $"{mode}".ToLowerInvariant(), Name(mode), settings.Mode == mode))),
        SettingsPage.Language => WithBack(
            ReplyLanguages.All.Select(language => Choice(page, language, BotTexts.In(language).OwnName, settings.Language == language))
                .Append(Choice(page, SettingsChoice.Automatic, bot.Automatic, settings.Language is null))),
        SettingsPage.Level => WithBack(Enum.GetValues<Sureness>().Select(level => Choice(page, $"{level}".ToLowerInvariant(), Name(level), settings.Sureness == level))),
        SettingsPage.CoolDown => WithBack(GroupSettings.CoolDowns.Select(hours => Choice(page, Number(hours), Hours(hours), settings.CoolDownHours == hours))),
        SettingsPage.Quiet => WithBack(
            Nights.Select(night => Choice(page, $"{Number(night.From)}-{Number(night.To)}", Name(night), settings.Quiet == night))
                .Append(Choice(page, SettingsChoice.Off, texts.QuietOff, settings.Quiet is null))
                .Append(Choice(page, SettingsChoice.Earlier, $"{texts.ClockNow} {Clock} – 1 h", false))
                .Append(Choice(page, SettingsChoice.Later, $"{texts.ClockNow} {Clock} + 1 h", false))),
        SettingsPage.Topics => WithBack(
        [
            Choice(page, SettingsChoice.AllTopics, texts.TopicsAll, settings.Topics.Count == 0),
            Choice(page, SettingsChoice.ThisTopic, texts.TopicThis, settings.Topics.Contains(Topic)),
        ]),
        _ =>
        [
            Page(SettingsPage.Mode, texts.Mode, Name(settings.Mode)),
            Page(SettingsPage.Language, texts.Language, LanguageName),
            Page(SettingsPage.Level, texts.Level, Name(settings.Sureness)),
            Page(SettingsPage.CoolDown, texts.CoolDown, Hours(settings.CoolDownHours)),
            Page(SettingsPage.Quiet, texts.Quiet, QuietName),
            Page(SettingsPage.Topics, texts.Topics, TopicsName),
        ],
    };

    private string Overview => texts.Settings;

    private string LanguageName => settings.Language is { } language ? BotTexts.In(language).OwnName : bot.Automatic;

    private string QuietName => settings.Quiet is { } quiet ? Name(quiet) : texts.QuietOff;

    private string TopicsName => settings.Topics.Count == 0 ? texts.TopicsAll : Number(settings.Topics.Count);

    private string Clock => settings.ClockAt(now).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static Button Page(SettingsPage page, string name, string value) =>
        Button.Setting(new SettingsChoice(page, null).Data, $"{name}: {value}");

    private static Button Choice(SettingsPage page, string value, string label, bool isChosen) =>
        Button.Setting(new SettingsChoice(page, value).Data, isChosen ? $"✓ {label}" : label);

    private IReadOnlyList<Button> WithBack(IEnumerable<Button> buttons) =>
        [.. buttons, Button.Setting(new SettingsChoice(SettingsPage.Main, null).Data, $"‹ {texts.Back}")];

    private string Name(GroupMode mode) => mode switch
    {
        GroupMode.Silent => texts.ModeSilent,
        GroupMode.Exact => texts.ModeExact,
        GroupMode.Automatic => texts.ModeAutomatic,
        _ => texts.ModeOnRequest,
    };

    private string Name(Sureness sureness) => sureness switch
    {
        Sureness.Wider => texts.LevelWider,
        Sureness.Strict => texts.LevelStrict,
        _ => texts.LevelHigh,
    };

    private static string Name(QuietHours quiet) => string.Create(CultureInfo.InvariantCulture, $"{quiet.From:00}:00–{quiet.To:00}:00");

    private string Hours(int hours) => $"{Number(hours)} {texts.HoursShort}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
