using System.CommandLine;
using BotHost.Benchmarks;

var updates = new Option<int>("--updates") { Description = "Updates in a round.", DefaultValueFactory = _ => 100_000 };
var rounds = new Option<int>("--rounds") { Description = "Rounds of each bot, in turn.", DefaultValueFactory = _ => 5 };
var load = new Command("load", "Updates a second of the bot beside a bare echo bot, in the same run.") { updates, rounds };
load.SetAction((arguments, _) => LoadReport.PrintAsync(arguments.GetValue(updates), arguments.GetValue(rounds)));

var minutes = new Option<int>("--minutes") { Description = "How long.", DefaultValueFactory = _ => 10 };
var rate = new Option<int>("--rate") { Description = "Updates a second.", DefaultValueFactory = _ => 100 };
var memory = new Command("memory", "The bot's memory under steady load.") { minutes, rate };
memory.SetAction((arguments, _) => MemoryReport.PrintAsync(TimeSpan.FromMinutes(arguments.GetValue(minutes)), arguments.GetValue(rate)));

var address = new Argument<string>("address") { Description = "Where the Bot API is." };
var echo = new Command("echo", "The echo bot itself, which load starts.") { address };
echo.SetAction((arguments, cancellationToken) => EchoBot.RunAsync(arguments.GetRequiredValue(address), cancellationToken));

var database = new Argument<string>("database") { Description = "The file." };
var listen = new Argument<string>("listen") { Description = "Where it listens." };
var bare = new Command("bare", "The bare endpoint itself, which pages starts.") { database, listen };
bare.SetAction((arguments, cancellationToken) => BareEndpoint.RunAsync(arguments.GetRequiredValue(database), arguments.GetRequiredValue(listen), cancellationToken));

var records = new Option<int>("--records") { Description = "Imported claims.", DefaultValueFactory = _ => 100_000 };
var pages = new Command("pages", "How long list, search and API take at many claims, beside a bare endpoint.") { records };
pages.SetAction((arguments, _) => PagesReport.PrintAsync(arguments.GetValue(records)));

return await new RootCommand("Measures the bot under load, against a Bot API on loopback.") { load, memory, pages, echo, bare }.Parse(args).InvokeAsync();
