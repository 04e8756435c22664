using Microsoft.CodeAnalysis;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Payload;

/// <summary>One thing that travels with a task: an argument, the result, or the detail of its progress.</summary>
/// <param name="symbol">The parameter, or the method for its result.</param>
/// <param name="type">The type of what travels.</param>
/// <param name="kind">Where the value comes from; of a result it is payload of the other direction.</param>
internal readonly struct PayloadPart(ISymbol symbol, ITypeSymbol type, ParameterKind kind)
{
    /// <summary>The parameter, or the method for its result.</summary>
    public ISymbol Symbol => symbol;

    /// <summary>The type of what travels.</summary>
    public ITypeSymbol Type => type;

    /// <summary>Whether it is an argument.</summary>
    public bool IsArgument => symbol is IParameterSymbol && kind == ParameterKind.Payload;

    /// <summary>As messages begin.</summary>
    public string Description => symbol switch
    {
        IMethodSymbol => "The result",
        _ when kind == ParameterKind.DetailedProgress => $"The detail of progress '{symbol.Name}'",
        _ => $"Parameter '{symbol.Name}'",
    };

    /// <summary>What a path begins with.</summary>
    public string Root => symbol is IMethodSymbol ? "result" : symbol.Name;

    /// <summary>Where it stands.</summary>
    public Location? Location => symbol.Locations.Length > 0 ? symbol.Locations[0] : null;

    /// <summary>Everything that travels with a task.</summary>
    public static IEnumerable<PayloadPart> Of(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            switch (ParameterClassifier.Classify(parameter))
            {
                case ParameterKind.Payload:
                    yield return new PayloadPart(parameter, parameter.Type, ParameterKind.Payload);
                    break;
                case ParameterKind.DetailedProgress:
                    yield return new PayloadPart(
                        parameter, ((INamedTypeSymbol)parameter.Type).TypeArguments[0], ParameterKind.DetailedProgress);
                    break;
            }
        }

        if (ReturnReader.ResultType(method) is { } result)
        {
            yield return new PayloadPart(method, result, ParameterKind.Payload);
        }
    }
}
