using System.Text.Json.Nodes;
using BotHost.Store.Groups;
using BotHost.TelegramBot.Groups;
using BotHost.Tests.Support;
using FactChecking;
using FactChecking.Matching;
using FactChecking.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Tests.TelegramBot.Groups;

public class AutomaticTests : GroupTest
{
    [Fact]
    public async Task A_forwarded_post_is_answered_with_a_way_to_ask_privately()
    {
        var bot = await StartAutomaticAsync();
        var expected = Words((await Sample.AnswerAsync(bot, Sample.Known)).Text);

        var post = Forward(Group, Sample.Known);

        var answer = await Telegram.NextReplyAsync(Group);
        Assert.Equal($"{expected}\n\n{Words(Texts.AutomaticNote)}", answer.Text);
        Assert.Equal(post, answer.ReplyTo);
        Assert.DoesNotContain(Member.FirstName, answer.Text, StringComparison.Ordinal);
        var (label, url) = Assert.Single(answer.Buttons);
        Assert.Equal(Texts.AskPrivately, label);
        Assert.Matches($"^https://t.me/{Telegram.BotName}\\?start=[A-Za-z0-9_-]{{1,64}}$", url);
    }

    [Fact]
    public async Task A_message_with_a_link_is_answered_and_one_without_is_not()
    {
        await StartAutomaticAsync();

        Telegram.SendText(Group, Member, Sample.Known);
        await AssertNothingSaidAsync();
        var linked = Telegram.Send(Group, Member, new()
        {
            ["text"] = $"{Sample.Known} example.org/x",
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "url", ["offset"] = Sample.Known.Length + 1, ["length"] = 13 }),
        });

        Assert.Equal(linked, (await Telegram.NextReplyAsync(Group)).ReplyTo);
    }

    [Fact]
    public async Task On_request_a_forwarded_post_is_not_even_stored()
    {
        Telegram.IsPrivacyModeOff = true;
        await StartInGroupAsync();

        Forward(Group, Sample.Known);

        await AssertNothingSaidAsync();
        Assert.Equal(2, BotApplication.Count(Folder, "handled_updates")); // being added, and /settings
    }

    [Fact]
    public async Task What_is_not_found_or_not_clear_is_left_alone()
    {
        var bot = await StartAutomaticAsync();

        Forward(Group, Sample.Unknown);
        Forward(Group, await Sample.AmbiguousAsync(bot));

        await AssertNothingSaidAsync();
    }

    [Fact]
    public async Task A_post_that_denies_a_claim_or_asks_about_it_is_left_alone()
    {
        await StartAutomaticAsync();

        Forward(Group, $"Fake: {Sample.Known} This is not true.");
        Forward(Group, "Is it true that only 20% of Ukrainians support joining NATO?");

        await AssertNothingSaidAsync();
    }

    [Fact]
    public async Task A_channels_own_post_in_its_discussion_group_is_left_alone_until_somebody_asks()
    {
        await StartAutomaticAsync();
        var channel = new JsonObject { ["id"] = -1001111122222, ["type"] = "channel", ["title"] = "Channel", ["username"] = "some_channel" };

        var post = Forward(Group, Sample.Known, new()
        {
            ["is_automatic_forward"] = true,
            ["sender_chat"] = channel,
            ["from"] = new JsonObject { ["id"] = 777000, ["is_bot"] = false, ["first_name"] = "Telegram" },
        });

        await AssertNothingSaidAsync();
        Telegram.SendText(Group, Member, "/check", replyTo: post);
        Assert.Equal(post, (await Telegram.NextReplyAsync(Group)).ReplyTo);
    }

    [Fact]
    public async Task A_claim_is_answered_once_in_the_cool_down()
    {
        await StartAutomaticAsync(old => old with { CoolDownHours = 1 });
        Forward(Group, Sample.Known);
        await Telegram.NextReplyAsync(Group);

        Forward(Group, Sample.Known);
        await AssertNothingSaidAsync();
        await AdvanceAsync(TimeSpan.FromHours(1.1));
        var again = Forward(Group, Sample.Known);

        Assert.Equal(again, (await Telegram.NextReplyAsync(Group)).ReplyTo);
    }

    [Fact]
    public async Task What_was_just_answered_on_request_is_not_said_again()
    {
        await StartAutomaticAsync();
        Telegram.SendText(Group, Member, $"/check {Sample.Known}");
        await Telegram.NextReplyAsync(Group);

        Forward(Group, Sample.Known);

        await AssertNothingSaidAsync();
    }

    [Fact]
    public async Task In_quiet_hours_nothing_is_said_unasked()
    {
        var hour = Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(5)).Hour;
        await StartAutomaticAsync(old => old with { UtcOffset = 5, Quiet = new QuietHours(hour, (hour + 2) % 24) });

        Forward(Group, Sample.Known);

        await AssertNothingSaidAsync();
    }

    [Fact]
    public async Task Only_the_chosen_topics_are_answered_unasked()
    {
        Telegram.IsPrivacyModeOff = true;
        var forum = new FakeGroup { IsForum = true };
        await StartInAsync(forum, old => old with { Mode = GroupMode.Automatic, Topics = [7] });

        Forward(forum, Sample.Known, new() { ["message_thread_id"] = 5, ["is_topic_message"] = true });
        await AssertNothingSaidAsync(forum, topic: 5);
        Forward(forum, Sample.Known, new() { ["message_thread_id"] = 7, ["is_topic_message"] = true });

        Assert.Equal(7, (int?)(await Telegram.NextReplyAsync(forum)).Request["message_thread_id"]);
    }

    [Fact]
    public async Task What_suffices_for_a_private_answer_does_not_suffice_unasked()
    {
        var bot = await StartAutomaticAsync(old => old with { Sureness = Sureness.Strict });
        var message = await LessSureAsync(bot);

        Forward(Group, message);
        await AssertNothingSaidAsync();
        await Telegram.SendTextAsync(Member, message);
        Assert.DoesNotContain((await Telegram.NextReplyAsync(Member)).Buttons, button => button.Data.StartsWith("v1:pick:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Exact_matches_only_leaves_rewordings_alone()
    {
        var bot = await StartAutomaticAsync(old => old with { Mode = GroupMode.Exact, Sureness = Sureness.Wider });

        Forward(Group, await LessSureAsync(bot));
        await AssertNothingSaidAsync();
        var exact = Forward(Group, Sample.Known);

        Assert.Equal(exact, (await Telegram.NextReplyAsync(Group)).ReplyTo);
    }

    [Fact]
    public async Task Slow_mode_is_waited_for_and_what_is_too_late_by_then_is_dropped()
    {
        await StartAutomaticAsync();
        Telegram.FailNext("sendMessage", Fault.TooManyRequests(60));
        var soon = Forward(Group, Sample.Known);
        Assert.Equal(soon, (await Telegram.NextReplyAsync(Group)).ReplyTo);

        await AdvanceAsync(TimeSpan.FromHours(7));
        Telegram.FailNext("sendMessage", Fault.TooManyRequests(3600));
        Forward(Group, Sample.Known);
        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "outbox", "attempts > 0") == 1, "it has to wait");
        Clock.Advance(TimeSpan.FromHours(1.1));

        await Eventually.TrueAsync(() => BotApplication.Count(Folder, "counters", "name = 'undeliverable'") == 1, "it was dropped");
        Assert.False(Telegram.HasReply(Group));
    }

    [Fact]
    public void Every_level_asks_for_more_than_a_private_chat()
    {
        var (options, matching) = (new GroupOptions(), new MatchOptions());
        var levels = Enum.GetValues<Sureness>().Select(level => options.ProbabilityAt(level, matching)).ToList();

        Assert.All(levels, level => Assert.InRange(level, matching.AnswerAt + 0.01, 1));
        Assert.Equal(levels.Order(), levels);
    }

    // A message that a private chat answers and the strictest level does not.
    private static async Task<string> LessSureAsync(BotApplication bot)
    {
        var checker = bot.Services.GetRequiredService<FactChecker>();
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "tests", "FactChecking.Tests", "Wordings"), "held_out.jsonl"))
        {
            foreach (var line in await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken))
            {
                var question = new Question((string)JsonNode.Parse(line)!["text"]!);
                if (await checker.FindCertainAsync(question, 0, false, TestContext.Current.CancellationToken) is not null
                    && await checker.FindCertainAsync(question, 0.975, false, TestContext.Current.CancellationToken) is null)
                {
                    return question.Text;
                }
            }
        }

        throw new InvalidOperationException("Every wording is answered with certainty.");
    }
}
