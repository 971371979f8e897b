using System.Collections.Concurrent;
using System.Security.Cryptography;
using BotHost.Store.Database;
using FactChecking.Curation.Exchange.Imports;
using FactChecking.Storage;
using Microsoft.Extensions.Options;

namespace BotHost.Uploads;

/// <summary>
/// Files between their preview and their import. Each is its session's alone, has a name that nobody can guess, and is deleted
/// after half an hour; all are when the program starts or stops.
/// </summary>
public sealed class UploadStore(IOptions<BotOptions> bot, TimeProvider clock) : BackgroundService
{
    /// <summary>How long a file is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    // Who looks at one file after the other leaves none behind for long.
    private const int MaxOfSession = 3;

    private const int LongestName = 200;

    private readonly string _folder = Path.GetFullPath($"{bot.Value.Database}.uploads");
    private readonly ConcurrentDictionary<string, Upload> _uploads = new(StringComparer.Ordinal);

    /// <summary>Keeps a file.</summary>
    /// <param name="session">The session that sent it.</param>
    /// <param name="name">What it is called; a folder before it is cut off.</param>
    /// <param name="content">What it holds.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Upload> AddAsync(long session, string name, Stream content, CancellationToken cancellationToken)
    {
        DeleteOld();
        foreach (var old in _uploads.Values.Where(upload => upload.Session == session).OrderByDescending(upload => upload.KeptUntil).Skip(MaxOfSession - 1))
            Delete(old);

        var token = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var path = Path.Combine(_folder, token);
        await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
            await content.CopyToAsync(file, cancellationToken);
        var upload = new Upload(token, session, new ImportInput(name.Length <= LongestName ? name : name[..LongestName], () => File.OpenRead(path)), path, clock.GetUtcNow() + Kept);
        _uploads[token] = upload;
        return upload;
    }

    /// <summary>The file of this token; null when there is none any more, or it is another session's.</summary>
    public Upload? Find(string? token, long session) =>
        token is not null && _uploads.GetValueOrDefault(token) is { } upload && upload.Session == session && upload.KeptUntil > clock.GetUtcNow() ? upload : null;

    public void Delete(Upload upload)
    {
        _uploads.TryRemove(upload.Token, out _);
        File.Delete(upload.Path);
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // What a program left that was killed.
        DeleteFolder();
        OwnerOnlyFolder.Create(_folder);
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        DeleteFolder();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                DeleteOld();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    private void DeleteOld()
    {
        foreach (var old in _uploads.Values.Where(upload => upload.KeptUntil <= clock.GetUtcNow()))
            Delete(old);
    }

    private void DeleteFolder()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}
