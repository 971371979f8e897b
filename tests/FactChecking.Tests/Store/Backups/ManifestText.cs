using System.Security.Cryptography;
using BotHost.Store.Backups;

namespace FactChecking.Tests.Store.Backups;

/// <summary>Changes a manifest as somebody who knows what it holds.</summary>
internal static class ManifestText
{
    /// <summary>Makes the manifest agree with a file as it is now.</summary>
    public static async Task CorrectAsync(string backup, string name)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(backup, name))));
        var manifest = Path.Combine(backup, BackupManifest.Name);
        var lines = await File.ReadAllLinesAsync(manifest);
        var path = Array.FindIndex(lines, line => line.Contains($"\"path\": \"{name}\"", StringComparison.Ordinal));
        var sum = Array.FindIndex(lines, path, line => line.Contains("sha256", StringComparison.Ordinal));
        lines[sum] = $"\"sha256\": \"{hash}\"";
        await File.WriteAllLinesAsync(manifest, lines);
    }

    public static async Task ReplaceAsync(string backup, string old, string @new)
    {
        var manifest = Path.Combine(backup, BackupManifest.Name);
        var text = await File.ReadAllTextAsync(manifest);
        Assert.Contains(old, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(manifest, text.Replace(old, @new, StringComparison.Ordinal));
    }
}
