using System.Text.Json.Nodes;

namespace BotHost.Tests.Support;

/// <summary>
/// What the bot has not confirmed yet. An offset confirms what is below it; one that lies far ahead of everything is taken
/// for a mistake and answered from the start, as in the open source of Telegram's server.
/// </summary>
public sealed class PendingUpdates
{
    private const int FurthestAhead = 10;

    private readonly Lock _lock = new();
    private readonly List<(long Id, string Lane, JsonObject Json)> _updates = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The id that the next update gets; Telegram chooses a new one, higher or lower, after a quiet week.</summary>
    public long NextId { get; set; } = 400_000_001;

    public int Count
    {
        get
        {
            lock (_lock)
                return _updates.Count;
        }
    }

    /// <summary>Done when something is added after this was asked for.</summary>
    public Task Changed
    {
        get
        {
            lock (_lock)
                return _changed.Task;
        }
    }

    public long Add(string lane, JsonObject json)
    {
        lock (_lock)
        {
            var id = NextId++;
            json["update_id"] = id;
            Insert(id, lane, json);
            return id;
        }
    }

    /// <summary>Delivers an update that was delivered before.</summary>
    public void AddAgain(string lane, JsonObject json)
    {
        lock (_lock)
            Insert((long)json["update_id"]!, lane, json);
    }

    public IReadOnlyList<JsonObject> Get(long offset, int limit)
    {
        lock (_lock)
        {
            if (offset < NextId + FurthestAhead)
                _updates.RemoveAll(update => update.Id < offset);
            return [.. _updates.Take(limit).Select(update => update.Json)];
        }
    }

    /// <summary>The oldest update of each lane.</summary>
    public IReadOnlyList<(long Id, string Lane, JsonObject Json)> FirstOfEachLane()
    {
        lock (_lock)
            return [.. _updates.DistinctBy(update => update.Lane)];
    }

    public void Remove(long id)
    {
        lock (_lock)
            _updates.RemoveAll(update => update.Id == id);
    }

    private void Insert(long id, string lane, JsonObject json)
    {
        _updates.Add((id, lane, json));
        _changed.TrySetResult();
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
