using BotHost.TelegramBot;
using BotHost.TelegramBot.Receiving;
using FactChecking;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<FactChecker>();
builder.Services.AddTelegramBot(builder.Configuration);
var app = builder.Build();
app.MapTelegramWebhook();
await app.RunAsync();
