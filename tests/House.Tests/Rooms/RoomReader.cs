using Mono.Cecil;

namespace House.Tests.Rooms;

/// <summary>Reads from a compiled assembly which room each type lies in, and which types of other rooms it uses.</summary>
internal sealed class RoomReader : IDisposable
{
    private readonly RoomPlan _plan;
    private readonly ModuleDefinition _module;

    /// <param name="plan">The rooms.</param>
    /// <param name="assembly">The path of the assembly; its symbols lie beside it.</param>
    public RoomReader(RoomPlan plan, string assembly)
    {
        _plan = plan;
        _module = ModuleDefinition.ReadModule(
            assembly, new ReaderParameters { ReadSymbols = true, AssemblyResolver = new NeighborResolver(assembly) });
        var files = new TypeFiles(Path.ChangeExtension(assembly, ".pdb"));
        var folder = $"/{plan.Source}/";
        foreach (var type in _module.Types)
        {
            if (files.Of(type) is { } path && path.IndexOf(folder, StringComparison.Ordinal) is >= 0 and var start)
            {
                Add(type, path[(start + folder.Length)..]);
            }
        }
    }

    /// <summary>The types that the project declares, each with its file below the folder of the project.</summary>
    public Dictionary<TypeDefinition, string> Files { get; } = [];

    /// <summary>The uses of types in other rooms, each once.</summary>
    public IReadOnlyList<TypeUse> Uses() =>
    [
        .. Files.Keys
            .Where(type => RoomOf(type) is not null)
            .SelectMany(type => TypeReferences.Of(type).Select(used => (From: type, To: Declared(used))))
            .Where(pair => pair.To is not null && RoomOf(pair.To) is { } room && room != RoomOf(pair.From))
            .Select(pair => new TypeUse(pair.From.Name, RoomOf(pair.From)!, pair.To!.Name, RoomOf(pair.To)!))
            .Distinct()
            .OrderBy(static use => use.ToString(), StringComparer.Ordinal),
    ];

    public string? RoomOf(TypeDefinition type) => Files.TryGetValue(type, out var file) ? _plan.RoomOf(file) : null;

    public void Dispose() => _module.Dispose();

    // What a generator adds to the project is not the project's own.
    private void Add(TypeDefinition type, string file)
    {
        if (!file.StartsWith("obj/", StringComparison.Ordinal))
        {
            Files[type] = file;
        }
    }

    private TypeDefinition? Declared(TypeReference used)
    {
        if (used.Scope != _module || used.Resolve() is not { } type)
        {
            return null;
        }

        while (type.DeclaringType is not null)
        {
            type = type.DeclaringType;
        }

        return type;
    }
}
