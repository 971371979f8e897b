using System.Text.Json.Nodes;
using BotHost.Store.Groups;
using BotHost.TelegramBot.Texts;
using BotHost.Tests.Support;

namespace BotHost.Tests.TelegramBot.Groups;

public class GroupCheckTests : GroupTest
{
    [Fact]
    public async Task Check_in_a_reply_answers_the_message_that_is_replied_to()
    {
        var bot = await StartInGroupAsync();
        var post = Telegram.SendText(Group, Member, Sample.Known);

        Telegram.SendText(Group, Admin, $"/check@{Telegram.BotName}", replyTo: post);

        var answer = await Telegram.NextReplyAsync(Group);
        Assert.Equal(Words((await Sample.AnswerAsync(bot, Sample.Known)).Text), answer.Text);
        Assert.Equal(post, answer.ReplyTo);
        Assert.Null(answer.Receiver);
    }

    [Fact]
    public async Task A_mention_in_a_reply_does_the_same()
    {
        Telegram.IsPrivacyModeOff = true;
        await StartInGroupAsync();
        var post = Telegram.SendText(Group, Member, Sample.Known);

        Telegram.SendText(Group, Admin, $"@{Telegram.BotName} is that so?", replyTo: post);

        Assert.Equal(post, (await Telegram.NextReplyAsync(Group)).ReplyTo);
    }

    [Fact]
    public async Task A_mention_outside_a_reply_is_not_answered()
    {
        Telegram.IsPrivacyModeOff = true;
        await StartInGroupAsync();

        Telegram.SendText(Group, Admin, $"@{Telegram.BotName} is our new bot");

        await AssertNothingSaidAsync();
    }

    [Fact]
    public async Task What_the_reply_quotes_is_looked_up_first_and_the_whole_message_if_nothing_is_found()
    {
        var bot = await StartInGroupAsync();
        var known = FirstLine(Words((await Sample.AnswerAsync(bot, Sample.Known)).Text));
        var other = Telegram.SendText(Group, Member, Sample.Unknown);
        var post = Telegram.SendText(Group, Member, Sample.Known);

        Telegram.SendText(Group, Admin, "/check", replyTo: other, quote: Sample.Known);
        Assert.Equal(known, FirstLine((await Telegram.NextReplyAsync(Group)).Text));
        Telegram.SendText(Group, Admin, "/check", replyTo: post, quote: Sample.Unknown);
        Assert.Equal(known, FirstLine((await Telegram.NextReplyAsync(Group)).Text));
    }

    [Fact]
    public async Task A_message_in_another_chat_is_said_to_be_out_of_sight()
    {
        await StartInGroupAsync();

        Telegram.Send(Group, Member, new() { ["text"] = "/check", ["external_reply"] = new JsonObject { ["origin"] = Origins.HiddenUser } });

        Assert.Equal(Words(Texts.OutOfSight), (await Telegram.NextReplyAsync(Group)).Text);
    }

    [Fact]
    public async Task Check_by_itself_is_told_how_and_the_words_after_it_are_looked_up()
    {
        var bot = await StartInGroupAsync();

        Telegram.SendText(Group, Member, "/check");
        Assert.Equal(Words(Texts.HowToCheck), (await Telegram.NextReplyAsync(Group)).Text);
        Telegram.SendText(Group, Member, $"/check {Sample.Known}");
        Assert.Equal(Words((await Sample.AnswerAsync(bot, Sample.Known)).Text), (await Telegram.NextReplyAsync(Group)).Text);
    }

    [Fact]
    public async Task Several_claims_are_offered_and_a_pick_takes_the_place_of_the_question()
    {
        var bot = await StartInGroupAsync();
        var post = Telegram.SendText(Group, Member, await Sample.AmbiguousAsync(bot));
        Telegram.SendText(Group, Member, "/check", replyTo: post);
        var question = await Telegram.NextReplyAsync(Group);

        Telegram.Press(Group, Admin, question, question.Buttons[0].Label);

        var answer = await Telegram.NextReplyAsync(Group);
        Assert.True(answer.IsEdit);
        Assert.Equal(question.Id, answer.Id);
        Assert.Equal(0, BotApplication.Count(Folder, "variant_proposals"));
    }

    [Fact]
    public async Task In_silent_mode_nobody_is_answered()
    {
        await StartInGroupAsync(old => old with { Mode = GroupMode.Silent });
        var post = Telegram.SendText(Group, Member, Sample.Known);

        Telegram.SendText(Group, Member, "/check", replyTo: post);
        Telegram.SendText(Group, Member, "/help");

        await AssertNothingSaidAsync();
    }

    [Fact]
    public async Task Other_bots_and_what_is_meant_for_them_are_passed_over()
    {
        Telegram.IsPrivacyModeOff = true;
        await StartInGroupAsync();
        var post = Telegram.SendText(Group, Member, Sample.Known);
        var machine = new JsonObject { ["id"] = 99, ["is_bot"] = true, ["first_name"] = "Robot", ["username"] = "other_bot" };

        Telegram.SendText(Group, Member, "/check@other_bot", replyTo: post);
        Telegram.Send(Group, Member, new() { ["text"] = $"/check {Sample.Known}", ["from"] = machine.DeepClone() });
        Telegram.Send(Group, Member, new() { ["text"] = $"/check {Sample.Known}", ["via_bot"] = machine.DeepClone() });

        await AssertNothingSaidAsync();
        Assert.Equal(2, BotApplication.Count(Folder, "handled_updates")); // being added, and /settings
    }

    [Fact]
    public async Task A_command_that_may_be_another_bots_is_not_answered()
    {
        await StartInGroupAsync();

        Telegram.SendText(Group, Member, "/ban");

        await AssertNothingSaidAsync();
    }

    [Fact]
    public async Task An_answer_stays_in_the_topic_that_it_was_asked_in()
    {
        var forum = new FakeGroup { IsForum = true };
        await StartInAsync(forum);
        var post = Telegram.SendText(forum, Member, Sample.Known, topic: 5);

        Telegram.SendText(forum, Member, "/check", replyTo: post, topic: 5);

        Assert.Equal(5, (int?)(await Telegram.NextReplyAsync(forum)).Request["message_thread_id"]);
    }

    [Fact]
    public async Task The_thread_of_replies_in_an_ordinary_group_is_no_topic()
    {
        await StartInGroupAsync();
        var post = Telegram.SendText(Group, Member, Sample.Known);
        var reply = new JsonObject
        {
            ["text"] = "/check",
            ["message_thread_id"] = post,
            ["reply_to_message"] = new JsonObject
            {
                ["message_id"] = post,
                ["date"] = 1,
                ["chat"] = new JsonObject { ["id"] = Group.Id, ["type"] = "supergroup", ["title"] = Group.Title },
                ["from"] = new JsonObject { ["id"] = Member.Id, ["is_bot"] = false, ["first_name"] = "Zebediah" },
                ["text"] = Sample.Known,
            },
        };

        Telegram.Send(Group, Member, reply);

        Assert.Equal(post, (await Telegram.NextReplyAsync(Group)).ReplyTo);
    }

    [Fact]
    public async Task The_language_of_the_group_is_that_of_its_answers()
    {
        await StartInGroupAsync(old => old with { Language = "uk" });

        Telegram.SendText(Group, Member, "/check");

        Assert.Equal(Words(GroupTexts.In("uk").HowToCheck), (await Telegram.NextReplyAsync(Group)).Text);
    }

    [Fact]
    public async Task Nothing_about_people_is_left_once_they_are_answered()
    {
        await StartInGroupAsync(status: "administrator");
        var post = Telegram.SendText(Group, Member, Sample.Known);
        Telegram.SendText(Group, Member, "/check", replyTo: post);
        await Telegram.NextReplyAsync(Group);
        await AssertNothingSaidAsync();

        await AdvanceAsync(TimeSpan.FromMinutes(11));

        await Eventually.TrueAsync(
            () => Directory.GetFiles(Folder).All(file => !Contains(file, $"{Member.Id}") && !Contains(file, $"{Admin.Id}")), "the ids were wiped");
    }

    private static bool Contains(string file, string text)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return reader.ReadToEnd().Contains(text, StringComparison.Ordinal);
    }
}
