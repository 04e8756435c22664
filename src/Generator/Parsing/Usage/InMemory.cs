using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TaskGen.Generator.Parsing.Usage;

/// <summary>Whether a stream or reader has its bytes in memory, where reading does not wait.</summary>
internal static class InMemory
{
    private const int MaxDepth = 8;

    /// <summary>Looks at the type, at what a local was declared with, and at what a stream was put around.</summary>
    public static bool Is(IOperation? receiver) => receiver is not null && Is(receiver, MaxDepth);

    private static bool Is(IOperation receiver, int depth)
    {
        receiver = receiver.WithoutConversions();
        if (receiver.Type.Is("System.IO.MemoryStream") || receiver.Type.Is("System.IO.UnmanagedMemoryStream"))
        {
            return true;
        }

        switch (receiver)
        {
            case ILocalReferenceOperation local when depth > 0:
                return local.FindInitialValue() is { } value && Is(value, depth - 1);
            case IObjectCreationOperation creation when depth > 0:
                foreach (var argument in creation.Arguments)
                {
                    if (Is(argument.Value, depth - 1))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }
}
