using System.Collections.Immutable;

namespace TaskGen.Generator.Outlining;

/// <summary>
/// Finds the files on which the declarations in a file can depend: the files that declare a type whose name the file mentions, and the
/// files on which those files depend. The closure of a file is a hash of all these files. Files that depend on each other have the same
/// closure.
/// </summary>
/// <remarks>
/// This is Tarjan's algorithm for strongly connected components (1972). It uses an explicit stack, because recursion over a long chain of
/// files could overflow the stack of the thread.
/// </remarks>
internal sealed class OutlineGraph
{
    private const int Unseen = -1;

    private readonly ImmutableArray<SourceOutline> _files;
    private readonly Dictionary<string, List<int>> _declaring = new(StringComparer.Ordinal);
    private readonly int[] _order;
    private readonly int[] _lowest;
    private readonly bool[] _isOpen;
    private readonly ulong?[] _closures;
    private readonly List<int>?[] _uses;
    private readonly Stack<int> _open = new();
    private int _next;

    public OutlineGraph(ImmutableArray<SourceOutline> files)
    {
        _files = files;
        _order = new int[files.Length];
        _lowest = new int[files.Length];
        _isOpen = new bool[files.Length];
        _closures = new ulong?[files.Length];
        _uses = new List<int>?[files.Length];
        for (var file = 0; file < files.Length; file++)
        {
            _order[file] = Unseen;
            foreach (var name in files[file].DeclaredTypes)
            {
                if (!_declaring.TryGetValue(name, out var declaring))
                {
                    _declaring.Add(name, declaring = []);
                }

                declaring.Add(file);
            }
        }
    }

    /// <summary>Returns the hash of a file and of all files that it depends on.</summary>
    public ulong ClosureOf(int file, CancellationToken cancellationToken)
    {
        if (_closures[file] is null)
        {
            Visit(file, cancellationToken);
        }

        return _closures[file]!.Value;
    }

    private void Visit(int root, CancellationToken cancellationToken)
    {
        var path = new Stack<(int File, List<int> Uses, int Next)>();
        Enter(root);
        while (path.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (file, uses, next) = path.Pop();
            if (next < uses.Count)
            {
                path.Push((file, uses, next + 1));
                var used = uses[next];
                if (_order[used] == Unseen)
                {
                    Enter(used);
                }
                else if (_isOpen[used])
                {
                    _lowest[file] = Math.Min(_lowest[file], _order[used]);
                }

                continue;
            }

            if (_lowest[file] == _order[file])
            {
                Close(file);
            }

            if (path.Count > 0)
            {
                var user = path.Peek().File;
                _lowest[user] = Math.Min(_lowest[user], _lowest[file]);
            }
        }

        void Enter(int file)
        {
            _order[file] = _lowest[file] = _next++;
            _isOpen[file] = true;
            _open.Push(file);
            path.Push((file, UsesOf(file), 0));
        }
    }

    // The file and all files above it on the stack depend on each other.
    private void Close(int first)
    {
        var members = new List<int>();
        int member;
        do
        {
            member = _open.Pop();
            _isOpen[member] = false;
            members.Add(member);
        }
        while (member != first);

        // The files are sorted so that the hash does not depend on which file was visited first.
        members.Sort();
        var hash = OutlineHash.Start;
        foreach (var file in members)
        {
            hash.Add(_files[file].Hash);
        }

        var outside = new SortedSet<ulong>();
        foreach (var file in members)
        {
            foreach (var used in UsesOf(file))
            {
                // Files outside the component already have a closure.
                if (_closures[used] is { } closure)
                {
                    outside.Add(closure);
                }
            }
        }

        foreach (var closure in outside)
        {
            hash.Add(closure);
        }

        foreach (var file in members)
        {
            _closures[file] = hash.Value;
        }
    }

    // The result is stored because it is required twice: when the file is visited, and when its component is completed.
    private List<int> UsesOf(int file) => _uses[file] ??= FindUses(file);

    private List<int> FindUses(int file)
    {
        var uses = new List<int>();
        foreach (var name in _files[file].Mentions)
        {
            if (_declaring.TryGetValue(name, out var declaring))
            {
                foreach (var used in declaring)
                {
                    if (used != file)
                    {
                        uses.Add(used);
                    }
                }
            }
        }

        return uses;
    }
}
