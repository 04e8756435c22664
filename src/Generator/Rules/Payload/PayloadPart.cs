using Microsoft.CodeAnalysis;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Payload;

/// <summary>Represents one value that is serialized for a task: an argument, the result, or the detail of a progress report.</summary>
/// <param name="symbol">The parameter; the method if the value is the result.</param>
/// <param name="type">The type of the serialized value.</param>
/// <param name="kind">The kind of the parameter; <see cref="ParameterKind.Payload"/> for a result.</param>
internal readonly struct PayloadPart(ISymbol symbol, ITypeSymbol type, ParameterKind kind)
{
    /// <summary>The parameter; the method if the value is the result.</summary>
    public ISymbol Symbol => symbol;

    /// <summary>The type of the serialized value.</summary>
    public ITypeSymbol Type => type;

    /// <summary>Gets a value that indicates whether the value is an argument.</summary>
    public bool IsArgument => symbol is IParameterSymbol && kind == ParameterKind.Payload;

    /// <summary>The description of the value, with which the sentence of a message starts.</summary>
    public string Description => symbol switch
    {
        IMethodSymbol => "The result",
        _ when kind == ParameterKind.DetailedProgress => $"The detail of progress parameter '{symbol.Name}'",
        _ => $"Parameter '{symbol.Name}'",
    };

    /// <summary>The first segment of a path to a problem inside the value.</summary>
    public string Root => symbol is IMethodSymbol ? "result" : symbol.Name;

    /// <summary>The location of the parameter or the method.</summary>
    public Location? Location => symbol.Locations.Length > 0 ? symbol.Locations[0] : null;

    /// <summary>Returns all values that are serialized for a task.</summary>
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
