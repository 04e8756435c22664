using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>Finds the variables that a method disposes of when it returns.</summary>
internal static class DisposedVariables
{
    /// <summary>
    /// Returns the variables of the <c>using</c> statements and declarations around a return statement, and the variables that a
    /// <c>finally</c> block around it disposes of.
    /// </summary>
    public static HashSet<ISymbol> FindAt(IOperation place)
    {
        var variables = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var child = place;
        for (var current = place.Parent; current is not null; (child, current) = (current, current.Parent))
        {
            switch (current)
            {
                case IUsingOperation statement when statement.Body == child:
                    AddResources(statement.Resources, variables);
                    break;
                case IBlockOperation block:
                    AddDeclarations(block, child, variables);
                    break;
                case ITryOperation { Finally: { } end } when end != child:
                    AddDisposed(end, variables);
                    break;
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return variables;
            }
        }

        return variables;
    }

    private static void AddDeclarations(IBlockOperation block, IOperation end, HashSet<ISymbol> variables)
    {
        foreach (var statement in block.Operations)
        {
            if (statement == end)
            {
                return;
            }

            if (statement is IUsingDeclarationOperation declaration)
            {
                AddResources(declaration.DeclarationGroup, variables);
            }
        }
    }

    private static void AddResources(IOperation resources, HashSet<ISymbol> variables)
    {
        if (resources is not IVariableDeclarationGroupOperation group)
        {
            Add(resources, variables);
            return;
        }

        foreach (var declaration in group.Declarations)
        {
            foreach (var declarator in declaration.Declarators)
            {
                variables.Add(declarator.Symbol);

                // "await using var x = y.ConfigureAwait(false)" disposes of y.
                Add(declarator.GetVariableInitializer()?.Value, variables);
            }
        }
    }

    private static void AddDisposed(IBlockOperation end, HashSet<ISymbol> variables)
    {
        foreach (var operation in end.Descendants())
        {
            if (operation is not IInvocationOperation { TargetMethod.Name: "Dispose" or "DisposeAsync", Instance: { } instance } call)
            {
                continue;
            }

            var access = instance is IConditionalAccessInstanceOperation ? call.FindAccess() : null;
            Add(access?.Operation ?? instance, variables);
        }
    }

    // A property can return a different object each time.
    private static void Add(IOperation? value, HashSet<ISymbol> variables)
    {
        if (value?.WithoutConfigureAwait().FindReferenced() is { } variable and not (IPropertySymbol or IMethodSymbol or IEventSymbol))
        {
            variables.Add(variable);
        }
    }
}
