using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>
/// Determines whether a value still depends on a variable that is disposed of when the method returns. The search follows only operations
/// that are evaluated later, or that return a view of the variable. For example, <c>ToList()</c> ends the dependency.
/// </summary>
/// <param name="disposed">The variables that are disposed of.</param>
internal sealed class LateEvaluation(HashSet<ISymbol> disposed)
{
    private const int MaxDepth = 16;

    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);

    /// <summary>Finds the disposed variable that a value depends on; null if there is none.</summary>
    public ISymbol? Find(IOperation value) => Find(value, MaxDepth);

    /// <summary>
    /// Determines whether a type is a view of an object. A value of such a type is not valid after the object is disposed of.
    /// </summary>
    public static bool IsView(ITypeSymbol? type) =>
        DeferredCalls.IsQueryable(type)
        || type.Is(MetadataNames.Framework.JsonElement)
        || type.Is("System.Text.Json.JsonElement+ArrayEnumerator")
        || type.Is("System.Text.Json.JsonElement+ObjectEnumerator")
        || type.Is("System.Memory`1")
        || type.Is("System.ReadOnlyMemory`1");

    private ISymbol? Find(IOperation? value, int depth)
    {
        if (value is null || depth == 0 || value is IConversionOperation { OperatorMethod: not null })
        {
            return null;
        }

        value = value.WithoutConfigureAwait();
        if (FindDisposed(value) is { } variable)
        {
            return variable;
        }

        depth--;
        return value switch
        {
            ITranslatedQueryOperation query => Find(query.Operation, depth),
            ILocalReferenceOperation local => FindLocal(local, depth),
            IDelegateCreationOperation creation => Find(creation.Target, depth),
            IAnonymousFunctionOperation lambda => FindUsed(lambda.Body, depth),
            IMethodReferenceOperation reference => Find(reference.Instance, depth) ?? FindCaptured(reference, reference.Method, depth),
            IPropertyReferenceOperation property when IsView(property.Type) || property.Property.Name == "ServiceProvider" =>
                Find(property.Instance, depth),
            IImplicitIndexerReferenceOperation range when IsView(range.Type) => Find(range.Instance, depth),
            IInvocationOperation call => FindCall(call, depth),
            _ => null,
        };
    }

    private ISymbol? FindCall(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if (DeferredCalls.IsOperator(call))
        {
            return FindArgument(call, depth);
        }

        // GetRequiredService and its variants return objects that the scope disposes of.
        if (method.Name.StartsWith("Get", StringComparison.Ordinal) && method.Name.Contains("Service"))
        {
            return Find(call.Instance ?? (call.Arguments.Length > 0 ? call.Arguments[0].Value : null), depth);
        }

        if (IsView(call.Type))
        {
            return method.Name == "Clone" ? null : Find(call.Instance, depth);
        }

        if (DeferredCalls.IsDeferredMethod(call))
        {
            return Find(call.Instance, depth) ?? FindArgument(call, depth) ?? FindCaptured(call, method, depth) ?? FindInside(call);
        }

        return null;
    }

    private ISymbol? FindArgument(IInvocationOperation call, int depth)
    {
        foreach (var argument in call.Arguments)
        {
            if (Find(argument.Value, depth) is { } variable)
            {
                return variable;
            }
        }

        return null;
    }

    // A local function can use the variables of the method that contains it.
    private ISymbol? FindCaptured(IOperation use, IMethodSymbol method, int depth)
    {
        if (method.MethodKind != MethodKind.LocalFunction || !_visited.Add(method))
        {
            return null;
        }

        foreach (var operation in use.FindRoot().Descendants())
        {
            if (operation is ILocalFunctionOperation { Body: { } body, Symbol: var function }
                && SymbolEqualityComparer.Default.Equals(function, method))
            {
                return FindUsed(body, depth);
            }
        }

        return null;
    }

    // The called method can dispose of a variable before the sequence that it returns is evaluated.
    private static ISymbol? FindInside(IInvocationOperation call)
    {
        foreach (var value in call.FindReturnedValues())
        {
            if (new LateEvaluation(DisposedVariables.FindAt(value)).Find(value) is { } variable)
            {
                return variable;
            }
        }

        return null;
    }

    // Finds a variable that code uses when it runs later.
    private ISymbol? FindUsed(IOperation code, int depth)
    {
        if (disposed.Count == 0)
        {
            return null;
        }

        foreach (var operation in code.Descendants())
        {
            var variable = operation switch
            {
                ILocalReferenceOperation local => FindDisposed(local) ?? FindLocal(local, depth),
                IInvocationOperation call => FindCaptured(call, call.TargetMethod, depth),
                _ => FindDisposed(operation),
            };
            if (variable is not null)
            {
                return variable;
            }
        }

        return null;
    }

    private ISymbol? FindDisposed(IOperation operation) =>
        operation is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation
        && operation.FindReferenced() is { } variable
        && disposed.Contains(variable)
            ? variable
            : null;

    // A variable depends on a disposed variable only if all of its values do, because one value can be a copy of another one.
    private ISymbol? FindLocal(ILocalReferenceOperation local, int depth)
    {
        if (depth <= 0 || !_visited.Add(local.Local))
        {
            return null;
        }

        ISymbol? found = null;
        foreach (var value in local.FindValues())
        {
            var variable = value is IObjectCreationOperation creation ? FindWrapped(creation) : Find(value, depth - 1);
            if (variable is null && !Extends(value, local.Local))
            {
                return null;
            }

            found ??= variable;
        }

        return found;
    }

    // An object that stores a disposed variable, such as a repository, is not valid without it.
    private ISymbol? FindWrapped(IObjectCreationOperation creation)
    {
        foreach (var argument in creation.Arguments)
        {
            if (FindDisposed(argument.Value.WithoutConversions()) is { } variable && Stores(creation.Type!, argument.Parameter!))
            {
                return variable;
            }
        }

        return null;
    }

    // Determines whether an object stores a constructor argument: in a field or a property, or because a method uses the parameter of a
    // primary constructor.
    private static bool Stores(ITypeSymbol type, IParameterSymbol parameter)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { Type: var stored } && SymbolEqualityComparer.Default.Equals(stored, parameter.Type))
            {
                return true;
            }

            foreach (var declaration in member is IMethodSymbol ? member.DeclaringSyntaxReferences : [])
            {
                if (declaration.GetSyntax() is MethodDeclarationSyntax method && Mentions(method, parameter.Name))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Mentions(MethodDeclarationSyntax method, string name)
    {
        foreach (var node in method.DescendantNodes())
        {
            if (node is IdentifierNameSyntax { Identifier.ValueText: var used } && used == name)
            {
                return true;
            }
        }

        return false;
    }

    // Determines whether a value is a query on the current value of the variable, as in "query = query.Where(...)".
    private static bool Extends(IOperation value, ILocalSymbol variable)
    {
        var current = value.WithoutConversions();
        while (current is IInvocationOperation { Arguments.Length: > 0 } call && DeferredCalls.IsOperator(call))
        {
            current = call.Arguments[0].Value.WithoutConversions();
        }

        return current is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, variable);
    }
}
