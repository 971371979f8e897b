using BotHost.SignIn;
using BotHost.Store.Accounts;
using BotHost.TelegramBot.Texts;
using BotHost.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace BotHost.Tests.Browser;

[Trait("Category", "Browser")]
public sealed class LifeOfAClaimTests(Chromium chromium) : BotTest, IClassFixture<Chromium>
{
    private const string Claim = "Dolphins learned to pilot submarines in the Baltic Sea";

    private static readonly PrivateTexts Texts = PrivateTexts.In("en");

    [Fact]
    public async Task A_claim_is_passed_on_recorded_reviewed_published_told_and_corrected()
    {
        var bot = await StartAsync();
        var anna = await OpenAsync(bot, "Anna", Roles.Editor);
        var boris = await OpenAsync(bot, "Boris", Roles.Publisher);

        // Somebody meets it, nothing is found, and it is passed on.
        await Telegram.SendTextAsync(Chat, Claim);
        foreach (var label in new[] { Texts.PassOn, Texts.PassOnYes, Texts.TellMe })
            await Telegram.PressAsync(Chat, await Telegram.NextReplyAsync(Chat), label);
        Assert.Equal(Texts.WillTell, (await Telegram.NextReplyAsync(Chat)).Text);

        // The fact-check comes first, as every claim needs evidence.
        await anna.GotoAsync("/desk/records/documents/new");
        await FillAsync(anna, new()
        {
            ["id"] = "D-DOLPHINS",
            ["title"] = "No dolphin steers a submarine",
            ["publisher"] = "Marine Fact Desk",
            ["published"] = "2026-11-20",
            ["date"] = "2026-11-20",
            ["language"] = "en",
            ["kind"] = "debunk",
            ["seen"] = "direct",
            ["url"] = "https://facts.example/dolphins",
        });
        await SaveAsync(anna, "The fact-check on the dolphins");
        await PublishAsync(anna, boris, "documents/D-DOLPHINS", null);

        // The claim is opened from the queue.
        await anna.GotoAsync("/desk");
        await anna.KeepScreenshotAsync("life-queue");
        var item = anna.GetByRole(AriaRole.Article).Filter(new() { HasText = Claim });
        Assert.Contains("One waits for an answer", await item.InnerTextAsync(), StringComparison.Ordinal);
        await item.GetByRole(AriaRole.Button, new() { Name = "New claim from it" }).Or(item.GetByRole(AriaRole.Link, new() { Name = "New claim from it" })).ClickAsync();
        foreach (var list in new[] { "narratives", "debunks", "evidence" })
        {
            if (await anna.Locator($"#f-{list}").GetAttributeAsync("open") is null)
                await anna.Locator($"#f-{list} > summary").ClickAsync();
            await anna.Locator($"button[value='add:{list}']").ClickAsync();
        }
        await FillAsync(anna, new()
        {
            ["id"] = "C-DOLPHINS",
            ["verdict_note"] = "A joke that went round as news.",
            ["text.en"] = $"{Claim}.",
            ["narratives[0]"] = "N-MULTIPOLAR",
            ["debunks[0].document"] = "D-DOLPHINS",
            ["debunks[0].scope"] = "same_claim",
            ["debunks[0].quote"] = "No dolphin was ever trained to steer a vessel",
            ["evidence[0].document"] = "D-DOLPHINS",
        });
        await anna.KeepScreenshotAsync("life-claim");
        await SaveAsync(anna, "Passed on by people");
        await PublishAsync(anna, boris, "claims/C-DOLPHINS", null);

        // Who asked is told, with the source.
        var told = await Telegram.NextReplyAsync(Chat);
        Assert.StartsWith(Texts.Told, told.Text, StringComparison.Ordinal);
        Assert.Contains("https://facts.example/dolphins", told.Links);
        await anna.GotoAsync("/desk");
        Assert.Equal(0, await anna.GetByText(Claim).CountAsync());

        // Somebody asks, and then the record turns out to be wrong.
        await Telegram.SendTextAsync(Chat, Claim);
        Assert.Contains("No dolphin was ever trained", (await Telegram.NextReplyAsync(Chat)).Text, StringComparison.Ordinal);
        await anna.GotoAsync("/desk/records/claims/C-DOLPHINS");
        await FillAsync(anna, new() { ["debunks[0].quote"] = "One dolphin was trained to carry a camera, none to steer" });
        await SaveAsync(anna, "The quote left out the camera");
        await PublishAsync(anna, boris, "claims/C-DOLPHINS", "The quotation left out that one dolphin carried a camera.");

        var corrected = await Telegram.NextReplyAsync(Chat);
        Assert.Contains("One dolphin was trained to carry a camera", corrected.Text, StringComparison.Ordinal);
        await boris.GotoAsync("/corrections");
        Assert.Equal(1, await boris.GetByText("The quotation left out that one dolphin carried a camera.").CountAsync());
    }

    [Fact]
    public async Task Two_editors_of_one_record_see_each_other_s_version_and_lose_nothing()
    {
        var bot = await StartAsync();
        var anna = await OpenAsync(bot, "Anna", Roles.Editor);
        var boris = await OpenAsync(bot, "Boris", Roles.Editor);
        foreach (var page in new[] { anna, boris })
            await page.GotoAsync("/desk/records/events/E-2022-02-24-INV");

        await FillAsync(anna, new() { ["title"] = "The invasion, as Anna has it" });
        await SaveAsync(anna, "A clearer title");
        await FillAsync(boris, new() { ["title"] = "The invasion, as Boris has it" });
        await boris.GetByLabel("Why it is changed").FillAsync("A shorter title");
        await boris.GetByRole(AriaRole.Button, new() { Name = "Save as draft" }).ClickAsync();

        var conflict = boris.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Somebody else saved this record first" });
        var text = await conflict.InnerTextAsync();
        Assert.Contains("as Anna has it", text, StringComparison.Ordinal);
        Assert.Contains("as Boris has it", text, StringComparison.Ordinal);
        Assert.Equal("The invasion, as Boris has it", await boris.Locator("[name='f:title']").InputValueAsync());
        Assert.True(await boris.FindBarriersAsync() is [], string.Join("; ", await boris.FindBarriersAsync()));
        await boris.KeepScreenshotAsync("conflict");
        await boris.GetByLabel("Why it is changed").FillAsync("On top of Anna's");
        await boris.GetByRole(AriaRole.Button, new() { Name = "Save as draft" }).ClickAsync();
        await boris.ArriveAsync("/desk/records/events/E-2022-02-24-INV$");
        await boris.GotoAsync("/desk/records/events/E-2022-02-24-INV/history");
        Assert.Equal(4, await boris.Locator("tbody tr").CountAsync()); // as it came, Anna's, Boris's set aside, Boris's second
    }

    private async Task<BotApplication> StartAsync() => await StartBotAsync(
        knowledge: Path.Combine(Folder, "knowledge.db"),
        more: new Dictionary<string, string?> { ["Knowledge:DataFolder"] = DataCopy.To(Path.Combine(Folder, "data")) });

    private async Task<IPage> OpenAsync(BotApplication bot, string name, string role)
    {
        var page = await chromium.OpenAsync(bot.Address);
        await bot.Services.GetRequiredService<AccountStore>().AddAsync(name, role, bot.Services.GetRequiredService<Passwords>().Hash(DeskApplication.Password));
        await page.SignInAsync(name);
        return page;
    }

    private static async Task FillAsync(IPage page, Dictionary<string, string> fields)
    {
        foreach (var (path, value) in fields)
        {
            var field = page.Locator($"[name='f:{path}']");
            if (await field.EvaluateAsync<bool>("element => element instanceof HTMLSelectElement"))
                await field.SelectOptionAsync(value);
            else
                await field.FillAsync(value);
        }
    }

    private static async Task SaveAsync(IPage page, string why)
    {
        await page.GetByLabel("Why it is changed").FillAsync(why);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save as draft" }).ClickAsync();
        await page.ArriveAsync("^((?!/new).)*$");
    }

    private static async Task PublishAsync(IPage author, IPage publisher, string record, string? correction)
    {
        var ask = author.GetByRole(AriaRole.Button, new() { Name = "Ask for review" });
        Assert.True(await ask.CountAsync() == 1, $"{author.Url}: {await author.ContentAsync()}");
        await ask.ClickAsync();
        Assert.True(await author.GetByText("waits for review").CountAsync() == 1, await author.Locator("main").InnerTextAsync());
        await publisher.GotoAsync("/desk/reviews");
        await publisher.GotoAsync($"/desk/records/{record}");
        if (correction is not null)
            await publisher.GetByLabel("Does it correct what answers said?").FillAsync(correction);
        await publisher.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        Assert.True(await publisher.GetByText("Published, with nothing to follow").CountAsync() == 1, await publisher.Locator("main").InnerTextAsync());
    }
}
