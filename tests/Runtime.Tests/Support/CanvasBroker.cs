using System.Collections.Concurrent;
using TaskGen.Brokers;

namespace TaskGen.Tests;

/// <summary>Notes the canvases that arrive, answers with the members a test has put in, and fails where it is told to.</summary>
internal sealed class CanvasBroker(IBroker inner) : DelegatingBroker(inner)
{
    private readonly ConcurrentDictionary<int, CanvasNode> _nodes = new();
    private int _stores;
    private int _commits;
    private int _reads;

    public IReadOnlyDictionary<int, CanvasNode> Nodes => _nodes;

    public int Stores => Volatile.Read(ref _stores);

    public int Commits => Volatile.Read(ref _commits);

    public int Reads => Volatile.Read(ref _reads);

    public CanvasCommit? Committed { get; private set; }

    public TaskId Canvas { get; private set; }

    /// <summary>The largest page that has arrived.</summary>
    public int LargestPage { get; private set; }

    /// <summary>The values of each group's members.</summary>
    public Dictionary<int, IReadOnlyList<ReadOnlyMemory<byte>>> Members { get; } = [];

    /// <summary>How many members a page has.</summary>
    public int MembersPage { get; set; } = 500;

    /// <summary>Called with the number of the try, from 1, before a page is stored.</summary>
    public Action<int> OnStore { get; set; } = static _ => { };

    /// <summary>Called with the number of the try, from 1; what it returns is the reply.</summary>
    public Func<int, bool> OnCommit { get; set; } = static _ => true;

    /// <summary>Called with the number of the try, from 1, before members are read.</summary>
    public Action<int> OnReadMembers { get; set; } = static _ => { };

    /// <summary>What a record becomes on its way to who reads it.</summary>
    public Func<TaskRecord?, Guid, TaskRecord?> OnRead { get; set; } = static (record, _) => record;

    public override ValueTask StoreCanvasAsync(
        string queue, Guid canvas, IReadOnlyList<CanvasNode> page, CancellationToken cancellationToken)
    {
        OnStore(Interlocked.Increment(ref _stores));
        foreach (var node in page)
        {
            _nodes[node.Index] = node;
        }

        LargestPage = Math.Max(LargestPage, page.Count);
        return default;
    }

    public override ValueTask<bool> CommitCanvasAsync(string queue, Guid canvas, CanvasCommit commit, CancellationToken cancellationToken)
    {
        (Committed, Canvas) = (commit, new TaskId(canvas, queue));
        return new ValueTask<bool>(OnCommit(Interlocked.Increment(ref _commits)));
    }

    public override ValueTask<CanvasMembers?> ReadMembersAsync(
        string queue, Guid canvas, int group, int from, CancellationToken cancellationToken)
    {
        OnReadMembers(Interlocked.Increment(ref _reads));
        return new ValueTask<CanvasMembers?>(
            Members.TryGetValue(group, out var members)
                ? new CanvasMembers(members.Count, [.. members.Skip(from).Take(MembersPage)])
                : null);
    }

    public override async ValueTask<IReadOnlyList<TaskRecord?>> ReadAsync(
        string queue, IReadOnlyList<Guid> ids, IBrokerWatch? watch, CancellationToken cancellationToken)
    {
        var records = await base.ReadAsync(queue, ids, watch, cancellationToken);
        return [.. records.Select((record, index) => OnRead(record, ids[index]))];
    }
}
