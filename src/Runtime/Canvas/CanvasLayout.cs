using TaskGen.Brokers;
using TaskGen.Dispatch;

namespace TaskGen.Canvases;

/// <summary>
/// Contains the nodes of a canvas, which are created from the tree of parts that a signature represents. The traversal uses an explicit
/// stack, so that a deep tree cannot overflow the thread's stack. It ends with an exception when the number of nodes exceeds the limit,
/// because this number can grow exponentially if signatures are reused at several levels.
/// </summary>
internal sealed class CanvasLayout
{
    /// <summary>
    /// The maximum nesting depth of groups. The results of nested groups are nested lists, and the JSON of a payload can have at most 32
    /// levels, one of which is the object that contains the arguments.
    /// </summary>
    public const int MaxNesting = 30;

    /// <summary>The queue in which a canvas without tasks is stored.</summary>
    public const string QueueOfNothing = "default";

    private readonly TaskGenOptions _limits;
    private readonly Stack<Action> _work = new();
    private readonly Stack<Section> _sections = new();
    private readonly List<CanvasPlace> _groups = [];
    private readonly List<CanvasPlace> _others = [];

    private CanvasLayout(TaskGenOptions limits) => _limits = limits;

    /// <summary>
    /// All nodes in the order of their indexes: groups first, then tasks and error scopes in the order in which they appear in the source
    /// code.
    /// </summary>
    public IEnumerable<CanvasPlace> Places => _groups.Concat(_others);

    public int Groups => _groups.Count;

    public int Tasks { get; private set; }

    public int Entry { get; private set; }

    /// <summary>The queue of the first task, in which the whole canvas is stored.</summary>
    public string Queue { get; private set; } = QueueOfNothing;

    /// <exception cref="ArgumentException">The canvas exceeds a limit. The exception message names the limit.</exception>
    public static CanvasLayout Of(CanvasPart root, TaskGenOptions limits)
    {
        var layout = new CanvasLayout(limits);
        layout._work.Push(() => layout.Visit(root, new CanvasSurroundings()));
        while (layout._work.TryPop(out var next))
        {
            next();
        }

        var index = 0;
        foreach (var place in layout.Places)
        {
            place.Index = index++;
        }

        layout.Entry = layout._sections.Pop().Entry.Index;
        if (layout._others.Find(static place => place.Step is not null)?.Step is { } first)
        {
            layout.Queue = DispatchRules.QueueOf(first.Defaults, first.Options);
        }

        return layout;
    }

    private void Visit(CanvasPart part, CanvasSurroundings at)
    {
        switch (part)
        {
            case CanvasStep step:
                Tasks++;
                Finish(Add(_others, new CanvasPlace(CanvasNodeKind.Task, at) { Step = step }));
                break;
            case CanvasChain chain:
                _work.Push(() => Link(chain.PassesValue));
                _work.Push(() => Visit(chain.Next, at));
                _work.Push(() => Visit(chain.First, at with { HasNext = true }));
                break;
            case CanvasGroup group:
                VisitGroup(group, at);
                break;
            case CanvasGuard guard:
                var scope = Add(_others, new CanvasPlace(CanvasNodeKind.ErrorScope, at) { PassesValue = guard.PassesFailure });
                _work.Push(() => scope.Next = _sections.Pop().Entry);
                _work.Push(() => Visit(guard.Handler, new CanvasSurroundings { IsBranch = true }));
                _work.Push(() => Visit(guard.Body, at with { Scope = scope }));
                break;
            default:
                throw new InvalidOperationException($"A canvas cannot contain a part of type {part.GetType()}.");
        }
    }

    private void VisitGroup(CanvasGroup group, CanvasSurroundings at)
    {
        var count = group.Members.Length;
        Require(
            count <= _limits.MaxGroupSize,
            $"A group has {count} members; the limit is {_limits.MaxGroupSize} (TaskGenOptions.MaxGroupSize). "
            + "Divide the group into nested groups, or use Canvas.Chunks so that each member processes several items.");
        var inside = new CanvasSurroundings { Nesting = at.HasNext ? 1 : at.Nesting + 1 };
        Require(
            inside.Nesting <= MaxNesting,
            $"Groups are nested {inside.Nesting} levels deep without a task in between that receives the results of a group; "
            + $"the limit is {MaxNesting} levels, because results with deeper nesting cannot be read. "
            + "Add a task that combines the results of an inner group.");
        var place = Add(_groups, new CanvasPlace(CanvasNodeKind.Group, at) { Members = new CanvasPlace[count] });
        _work.Push(() => VisitMembers(group, place, inside with { Group = place }));
    }

    // Members are visited one at a time, so that a large group requires only a single stack entry.
    private void VisitMembers(CanvasGroup group, CanvasPlace place, CanvasSurroundings at)
    {
        if (at.Position > 0)
        {
            place.Members[at.Position - 1] = _sections.Pop().Entry;
        }

        if (at.Position == group.Members.Length)
        {
            Finish(place);
            return;
        }

        _work.Push(() => VisitMembers(group, place, at with { Position = at.Position + 1 }));
        _work.Push(() => Visit(group.Members[at.Position], at));
    }

    private void Link(bool passesValue)
    {
        var next = _sections.Pop();
        var first = _sections.Pop();
        first.Exit.Next = next.Entry;
        first.Exit.PassesValue = passesValue;
        var length = first.Length + next.Length;
        Require(
            length <= _limits.MaxChainLength,
            $"A chain has at least {length} parts; the limit is {_limits.MaxChainLength} (TaskGenOptions.MaxChainLength). "
            + "Shorten the chain, or raise the limit.");
        _sections.Push(new Section(first.Entry, next.Exit, length));
    }

    private void Finish(CanvasPlace place) => _sections.Push(new Section(place, place, 1));

    private CanvasPlace Add(List<CanvasPlace> places, CanvasPlace place)
    {
        Require(
            _groups.Count + _others.Count < _limits.MaxCanvasTasks,
            $"It has more than {_limits.MaxCanvasTasks} tasks, groups, and error handlers (TaskGenOptions.MaxCanvasTasks). "
            + "Divide it into several canvases, or raise the limit.");
        places.Add(place);
        return place;
    }

    private static void Require(bool holds, string problem, string parameter = "signature")
    {
        if (!holds)
        {
            throw new ArgumentException($"The canvas is too large, and none of its tasks was enqueued. {problem}", parameter);
        }
    }

    // A part whose nodes have been created: its first node, the node whose success is the success of the part, and the number of parts that
    // run one after the other.
    private readonly record struct Section(CanvasPlace Entry, CanvasPlace Exit, int Length);
}
