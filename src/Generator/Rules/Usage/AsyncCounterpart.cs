using Microsoft.CodeAnalysis;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>Represents the asynchronous method that replaces a blocking method.</summary>
/// <param name="method">The asynchronous method that can replace the blocking method.</param>
/// <param name="token">The additional cancellation token parameter of the asynchronous method; null if there is none.</param>
internal readonly struct AsyncCounterpart(IMethodSymbol method, IParameterSymbol? token)
{
    /// <summary>The asynchronous method that can replace the blocking method.</summary>
    public IMethodSymbol Method => method;

    /// <summary>The additional cancellation token parameter of the asynchronous method; null if there is none.</summary>
    public IParameterSymbol? Token => token;

    /// <summary>
    /// Finds the asynchronous counterpart of a method. If possible, an overload that accepts a cancellation token is returned.
    /// </summary>
    /// <param name="blocking">The blocking method.</param>
    /// <param name="mayPassToken">
    /// <see langword="true"/> if the caller has a cancellation token to pass; otherwise, <see langword="false"/>.
    /// </param>
    public static AsyncCounterpart? Find(IMethodSymbol blocking, bool mayPassToken)
    {
        AsyncCounterpart? found = null;
        for (var type = blocking.ContainingType; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers(blocking.Name + "Async"))
            {
                if (member is not IMethodSymbol { Arity: 0, DeclaredAccessibility: Accessibility.Public } candidate
                    || candidate.IsStatic != blocking.IsStatic
                    || !candidate.ReturnType.IsAwaitableTask()
                    || !TakesTheSame(candidate, blocking))
                {
                    continue;
                }

                var extra = candidate.Parameters.Length - blocking.Parameters.Length;
                if (extra == 0 && found is null)
                {
                    found = new AsyncCounterpart(candidate, null);
                }
                else if (extra == 1
                    && candidate.Parameters[candidate.Parameters.Length - 1] is var last
                    && last.Type.Is(MetadataNames.Framework.CancellationToken))
                {
                    if (mayPassToken)
                    {
                        return new AsyncCounterpart(candidate, last);
                    }

                    found = last.IsOptional ? new AsyncCounterpart(candidate, null) : found;
                }
            }
        }

        return found;
    }

    private static bool TakesTheSame(IMethodSymbol candidate, IMethodSymbol blocking)
    {
        if (candidate.Parameters.Length < blocking.Parameters.Length)
        {
            return false;
        }

        for (var index = 0; index < blocking.Parameters.Length; index++)
        {
            if (!SymbolEqualityComparer.Default.Equals(candidate.Parameters[index].Type, blocking.Parameters[index].Type))
            {
                return false;
            }
        }

        return true;
    }
}
