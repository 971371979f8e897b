using BotHost.TelegramBot.Texts;
using BotHost.Tests.Support;
using FactChecking.Languages;

namespace BotHost.Tests.TelegramBot.Handling;

public class CommandTests : BotTest
{
    public static TheoryData<string, string> ClientsAndLanguages => new()
    {
        { "en", ReplyLanguages.English },
        { "ru", ReplyLanguages.Russian },
        { "uk", ReplyLanguages.Ukrainian },
        { "zh-hans", ReplyLanguages.SimplifiedChinese },
        { "zh-hant", ReplyLanguages.TraditionalChinese },
        { "sw", ReplyLanguages.English },
    };

    [Theory]
    [MemberData(nameof(ClientsAndLanguages))]
    public async Task Every_command_is_answered_in_the_language_of_the_client(string client, string language)
    {
        await StartBotAsync();
        var chat = FakeChat.New(client);
        var texts = BotTexts.In(language);

        await Telegram.SendTextAsync(chat, "/start");
        Assert.Equal(Words(texts.Start), (await Telegram.NextReplyAsync(chat)).Text);
        await Telegram.SendTextAsync(chat, "/help@fact_check_test_bot");
        Assert.Equal(Words(texts.Help), (await Telegram.NextReplyAsync(chat)).Text);
        await Telegram.SendTextAsync(chat, "/about please");
        Assert.Equal(Words(texts.About), (await Telegram.NextReplyAsync(chat)).Text);
        await Telegram.SendTextAsync(chat, "/privacy");
        Assert.Equal(Words($"{texts.Privacy}\n\n{PrivateTexts.In(language).Privacy}\n\n{texts.PrivacyWithoutModel}"), (await Telegram.NextReplyAsync(chat)).Text);
        await Telegram.SendTextAsync(chat, "/nonsense");
        Assert.Equal(Words(texts.UnknownCommand), (await Telegram.NextReplyAsync(chat)).Text);
        await Telegram.SendTextAsync(chat, "/language");
        var choice = await Telegram.NextReplyAsync(chat);
        Assert.Equal(Words(texts.ChooseLanguage), choice.Text);
        Assert.Equal([.. ReplyLanguages.All.Select(code => BotTexts.In(code).OwnName), texts.Automatic], choice.Buttons.Select(button => button.Label));
    }

    [Fact]
    public async Task A_chosen_language_outlives_a_restart_and_can_be_given_up()
    {
        var before = await StartBotAsync();
        await ChooseAsync(BotTexts.In("uk").OwnName, BotTexts.In("uk").LanguageChosen);
        await StopAsync(before);
        await StartBotAsync();

        await Telegram.SendTextAsync(Chat, "/start");
        Assert.Equal(Words(BotTexts.In("uk").Start), (await Telegram.NextReplyAsync(Chat)).Text);

        await ChooseAsync(BotTexts.In("uk").Automatic, BotTexts.In("en").LanguageAutomatic);
        await Telegram.SendTextAsync(Chat, "/start");
        Assert.Equal(Words(BotTexts.In("en").Start), (await Telegram.NextReplyAsync(Chat)).Text);
        Assert.Equal(0, BotApplication.Count(Folder, "chats"));
    }

    [Fact]
    public async Task A_chosen_language_is_the_one_that_answers_have()
    {
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(Repository.Root, "prompts", "Reply", "zh-Hant")), "There are no replies in zh-Hant yet.");
        var bot = await StartBotAsync();
        await ChooseAsync(BotTexts.In("zh-Hant").OwnName, BotTexts.In("zh-Hant").LanguageChosen);

        await Telegram.SendTextAsync(Chat, await Sample.AmbiguousAsync(bot));

        Assert.Equal(BotTexts.In("zh-Hant").NoneOfThese, (await Telegram.NextReplyAsync(Chat)).Buttons[^1].Label);
    }

    [Fact]
    public async Task Who_blocks_the_bot_is_forgotten()
    {
        await StartBotAsync();
        await ChooseAsync(BotTexts.In("ru").OwnName, BotTexts.In("ru").LanguageChosen);

        await Telegram.BlockAsync(Chat);

        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "chats") == 0, "the chat was forgotten");
    }

    [Fact]
    public async Task The_menu_is_set_in_each_language_and_only_once()
    {
        var before = await StartBotAsync();
        await Telegram.CalledAsync("setMyCommands", 12);
        Assert.Equal(BotTexts.In("uk").MenuPrivacy, (string?)Telegram.CommandsIn("uk")[3]!["description"]);
        Assert.Equal(BotTexts.In("en").MenuHelp, (string?)Telegram.CommandsIn("")[0]!["description"]);
        await StopAsync(before);

        await StartBotAsync();

        await Telegram.CalledAsync("getMyCommands", 24);
        await Telegram.SendTextAsync(Chat, "/start");
        await Telegram.NextReplyAsync(Chat);
        Assert.Equal(12, Telegram.Calls.Count(call => call.Method == "setMyCommands"));
    }

    [Fact]
    public async Task The_bot_describes_itself_in_each_language_and_says_so_only_once()
    {
        var before = await StartBotAsync();
        await Telegram.CalledAsync("setMyShortDescription", 4);
        foreach (var (code, language) in new[] { ("", "en"), ("ru", "ru"), ("uk", "uk"), ("zh", "zh-Hans") })
        {
            Assert.Equal(BotTexts.In(language).Description, Telegram.DescriptionIn(code));
            Assert.Equal(BotTexts.In(language).ShortDescription, Telegram.DescriptionIn(code, isShort: true));
        }

        await StopAsync(before);
        await StartBotAsync();

        await Telegram.CalledAsync("getMyShortDescription", 8);
        await Telegram.SendTextAsync(Chat, "/start");
        await Telegram.NextReplyAsync(Chat);
        Assert.Equal(8, Telegram.Calls.Count(call => call.Method is "setMyDescription" or "setMyShortDescription"));
    }

    private async Task ChooseAsync(string label, string expected)
    {
        await Telegram.SendTextAsync(Chat, "/language");
        var choice = await Telegram.NextReplyAsync(Chat);
        await Telegram.PressAsync(Chat, choice, label);
        Assert.Equal(expected, (await Telegram.NextReplyAsync(Chat)).Text);
    }

    private static string Words(string html) => TelegramHtml.Parse(html).Text;
}
