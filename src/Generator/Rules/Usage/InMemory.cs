using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>
/// Determines whether the bytes of a stream or reader are in memory, so that reading them does not block. The entries of an archive in
/// memory are also in memory.
/// </summary>
internal static class InMemory
{
    private const int MaxDepth = 8;

    /// <summary>
    /// Determines whether the object on which a method is called is in memory. Checks the object's type, the initial value of a local
    /// variable, the stream that another stream wraps, and the object that returned it.
    /// </summary>
    public static bool Is(IOperation? receiver) => receiver is not null && Is(receiver, MaxDepth);

    private static bool Is(IOperation receiver, int depth)
    {
        receiver = receiver.WithoutConversions();
        if (receiver.Type.Is("System.IO.MemoryStream") || receiver.Type.Is("System.IO.UnmanagedMemoryStream"))
        {
            return true;
        }

        return depth > 0 && receiver switch
        {
            ILocalReferenceOperation local => local.FindInitialValue() is { } value && Is(value, depth - 1),
            IAwaitOperation wait => Is(wait.Operation.WithoutConfigureAwait(), depth - 1),
            IInvocationOperation { Instance: { } instance } => Is(instance, depth - 1),
            IPropertyReferenceOperation { Instance: { } instance } => Is(instance, depth - 1),
            IObjectCreationOperation creation => IsAnyIn(creation.Arguments, depth - 1),
            _ => false,
        };
    }

    private static bool IsAnyIn(ImmutableArray<IArgumentOperation> arguments, int depth)
    {
        foreach (var argument in arguments)
        {
            if (Is(argument.Value, depth))
            {
                return true;
            }
        }

        return false;
    }
}
