using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>Contains the types of a compilation that dispatch tasks. It contains symbols, so it must not outlive the analysis.</summary>
/// <param name="definition">The interface that generated task types implement.</param>
/// <param name="client">The interface <c>ITaskClient</c>.</param>
/// <param name="registry">The interface for dispatch by name; null if the referenced library does not contain it.</param>
/// <param name="conditions">The type for dispatch by conditions; null if the referenced library does not contain it.</param>
internal sealed class DispatchTypes(
    INamedTypeSymbol definition, INamedTypeSymbol client, INamedTypeSymbol? registry, INamedTypeSymbol? conditions)
{
    private const string TaskSuffix = "Task";

    /// <summary>Finds the types in a compilation.</summary>
    /// <returns>The types; null if the TaskGen library is not referenced.</returns>
    public static DispatchTypes? Resolve(Compilation compilation) =>
        compilation.GetTypeByMetadataName(MetadataNames.TaskDefinitionWithHandle) is { } definition
        && compilation.GetTypeByMetadataName(MetadataNames.TaskClient) is { } client
            ? new DispatchTypes(
                definition,
                client,
                compilation.GetTypeByMetadataName(MetadataNames.TaskRegistry),
                compilation.GetTypeByMetadataName(MetadataNames.ConditionalDispatcher))
            : null;

    /// <summary>Returns the name of a dispatch method for messages.</summary>
    /// <returns>The name; null if the method does not dispatch tasks.</returns>
    public string? NameOf(IMethodSymbol method) => method.Name switch
    {
        "DelayAsync" or "DelayManyAsync" when IsDefinition(method.ContainingType) => $"{TaskName(method.ContainingType)}.{method.Name}",
        "DelayAsync" when Implements(method.ContainingType, client) || IsRegistry(method.ContainingType) => Name(method),
        "EnqueueAsync" or "EnqueueManyAsync" when Implements(method.ContainingType, client) => Name(method),
        "DispatchAsync" when SymbolEqualityComparer.Default.Equals(method.ContainingType, conditions) => Name(method),
        _ => null,
    };

    /// <summary>Returns the generated type of the task that a call dispatches; null if the call is no typed dispatch of a task.</summary>
    public INamedTypeSymbol? FindDispatched(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "DelayAsync" or "DelayManyAsync", ContainingType: var type } when IsDefinition(type) => type,
        { Name: "EnqueueAsync" or "EnqueueManyAsync", TypeArguments: [INamedTypeSymbol task, _, _, _], ContainingType: var type }
            when Implements(type, client) => task,
        _ => null,
    };

    /// <summary>Determines whether a generated task type is the type of a task that returns a result.</summary>
    public bool HasResult(INamedTypeSymbol task)
    {
        foreach (var implemented in task.AllInterfaces)
        {
            if (SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, definition))
            {
                return !implemented.TypeArguments[1].Is(MetadataNames.NoResult);
            }
        }

        return false;
    }

    /// <summary>Determines whether a type is a generated task type.</summary>
    public bool IsDefinition(INamedTypeSymbol? type) => type is { TypeKind: TypeKind.Struct } && Implements(type, definition);

    /// <summary>Determines whether a type dispatches tasks by name.</summary>
    public bool IsRegistry(INamedTypeSymbol? type) => type is not null && registry is not null && Implements(type, registry);

    /// <summary>Returns the task name for a generated task type, which is the name of its client property.</summary>
    public static string TaskName(INamedTypeSymbol type) =>
        type.Name.EndsWith(TaskSuffix, StringComparison.Ordinal) ? type.Name.Substring(0, type.Name.Length - TaskSuffix.Length) : type.Name;

    private static string Name(IMethodSymbol method) => $"{method.ContainingType.Name}.{method.Name}";

    private static bool Implements(INamedTypeSymbol type, INamedTypeSymbol contract)
    {
        if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, contract))
        {
            return true;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            if (SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, contract))
            {
                return true;
            }
        }

        return false;
    }
}
