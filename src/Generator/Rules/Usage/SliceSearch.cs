using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Json;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>
/// Searches the expression of a value for objects of derived types that are serialized as their base type: the value itself, its elements,
/// and the members of objects that the expression creates.
/// </summary>
internal sealed class SliceSearch
{
    private const int MaxDepth = 32;

    private readonly List<(IOperation Place, Slice Slice, string Target)> _found = [];
    private int _depth;

    private SliceSearch()
    {
    }

    /// <summary>Returns the objects with their losses.</summary>
    /// <param name="value">The expression of the value.</param>
    /// <param name="declared">The type as which the value is serialized.</param>
    /// <param name="target">The parameter or result that receives the value, for messages.</param>
    public static IReadOnlyList<(IOperation Place, Slice Slice, string Target)> Find(
        IOperation? value, ITypeSymbol declared, string target)
    {
        var search = new SliceSearch();
        search.Visit(value, declared, target);
        return search._found;
    }

    /// <summary>Returns the objects that a <c>with</c> expression or an object initializer sets as members.</summary>
    public static IReadOnlyList<(IOperation Place, Slice Slice, string Target)> FindIn(IObjectOrCollectionInitializerOperation? initializer)
    {
        var search = new SliceSearch();
        search.VisitInitializer(initializer, target: "");
        return search._found;
    }

    private void Visit(IOperation? value, ITypeSymbol declared, string target)
    {
        if (value is null || _depth >= MaxDepth)
        {
            return;
        }

        if (value is not ITupleOperation && Slices.Find(value.Type, declared) is { } slice)
        {
            Add(value, slice, target);
            return;
        }

        _depth++;
        VisitParts(value, declared, target);
        _depth--;
    }

    private void VisitParts(IOperation value, ITypeSymbol declared, string target)
    {
        switch (value)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                Visit(conversion.Operand, declared, target);
                break;
            case IConditionalOperation or ICoalesceOperation or ISwitchExpressionOperation:
                foreach (var alternative in value.Alternatives())
                {
                    Visit(alternative, declared, target);
                }

                break;
            case ISimpleAssignmentOperation assignment:
                Visit(assignment.Value, declared, target);
                break;
            case ILocalReferenceOperation local:
                VisitLocal(local, declared, target);
                break;
            case ITupleOperation tuple when declared is INamedTypeSymbol { IsTupleType: true } type:
                for (var index = 0; index < tuple.Elements.Length && index < type.TupleElements.Length; index++)
                {
                    Visit(tuple.Elements[index], type.TupleElements[index].Type, ElementOf(target));
                }

                break;
            case IArrayCreationOperation { Type: IArrayTypeSymbol array, Initializer: { } elements }:
                VisitElements(elements.ElementValues, array.ElementType, target);
                break;
            case ICollectionExpressionOperation { Type: { } type } collection
                when JsonCollections.Elements(type).Element is { } element && !JsonMembers.HasConverter(type):
                VisitElements(collection.Elements, element, target);
                break;
            case IWithOperation { Type: { } type } copy when !JsonMembers.HasConverter(type):
                VisitCopied(copy, declared, target);
                VisitInitializer(copy.Initializer, target);
                break;
            case IObjectCreationOperation { Type: INamedTypeSymbol type } creation:
                VisitCreation(creation, type, declared, target);
                break;
            case IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType: { } type } } call
                when type.IsAwaitableTask() && call.Arguments.Length == 1:
                Visit(call.Arguments[0].Value, declared, target);
                break;
        }
    }

    // The copy does not have the objects of the members that the expression sets.
    private void VisitCopied(IWithOperation copy, ITypeSymbol declared, string target)
    {
        var count = _found.Count;
        Visit(copy.Operand, declared, target);
        foreach (var item in copy.Initializer.Initializers)
        {
            if (item is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: { } member } })
            {
                var replaced = Describe(member.ContainingType, member.Name);
                for (var index = _found.Count - 1; index >= count; index--)
                {
                    if (_found[index].Target.EndsWith(replaced, StringComparison.Ordinal))
                    {
                        _found.RemoveAt(index);
                    }
                }
            }
        }
    }

    private void VisitElements(ImmutableArray<IOperation> elements, ITypeSymbol element, string target)
    {
        foreach (var item in elements)
        {
            if (item is not ISpreadOperation spread)
            {
                Visit(item, element, ElementOf(target));
            }
            else if (spread.Operand.WithoutConversions() is { Type: { } type } operand
                && Slices.Find(JsonCollections.Elements(type).Element, element) is { } slice)
            {
                Add(operand, slice, ElementOf(target));
            }
        }
    }

    private void VisitCreation(IObjectCreationOperation creation, INamedTypeSymbol type, ITypeSymbol declared, string target)
    {
        if (type.IsAwaitableTask())
        {
            if (creation.Arguments.Length == 1)
            {
                Visit(creation.Arguments[0].Value, declared, target);
            }
        }
        else if (!JsonMembers.HasConverter(type))
        {
            VisitInitializer(creation.Initializer, target);
            if (!JsonCollections.IsCollection(type))
            {
                VisitMembers(creation.Arguments, type);
            }
        }
    }

    private void VisitMembers(ImmutableArray<IArgumentOperation> arguments, INamedTypeSymbol type)
    {
        foreach (var argument in arguments)
        {
            if (argument is { ArgumentKind: not ArgumentKind.DefaultValue, Parameter: { } parameter })
            {
                VisitMember(argument.Value, type, parameter.Name, parameter.Type);
            }
        }
    }

    // Most members receive objects of their declared types. Therefore, the members that are serialized are read only after a loss is found.
    private void VisitMember(IOperation value, INamedTypeSymbol type, string name, ITypeSymbol declared)
    {
        var count = _found.Count;
        Visit(value, declared, Describe(type, name));
        if (_found.Count > count && !IsSerialized(type, name, declared))
        {
            _found.RemoveRange(count, _found.Count - count);
        }
    }

    private static bool IsSerialized(INamedTypeSymbol type, string name, ITypeSymbol declared)
    {
        foreach (var member in JsonMembers.Of(type))
        {
            if (string.Equals(member.Symbol.Name, name, StringComparison.OrdinalIgnoreCase)
                && SymbolEqualityComparer.Default.Equals(member.Type, declared))
            {
                return !member.IsIgnored && !JsonMembers.HasConverter(member.Symbol);
            }
        }

        return false;
    }

    private void VisitInitializer(IObjectOrCollectionInitializerOperation? initializer, string target)
    {
        foreach (var item in initializer?.Initializers ?? [])
        {
            switch (item)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true } indexer } assignment:
                    Visit(assignment.Value, indexer.Property.Type, ElementOf(target));
                    break;
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Type: { } type } member } assignment
                    when initializer!.Type is INamedTypeSymbol owner:
                    VisitMember(assignment.Value, owner, member.Member.Name, type);
                    break;
                case IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation member } nested:
                    VisitInitializer(nested.Initializer, Describe(member.Member.ContainingType, member.Member.Name));
                    break;
                case IInvocationOperation { IsImplicit: true } add:
                    foreach (var argument in add.Arguments)
                    {
                        if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Type: { } type })
                        {
                            Visit(argument.Value, type, ElementOf(target));
                        }
                    }

                    break;
            }
        }
    }

    // The initial value of a local variable counts only if the variable keeps it.
    private void VisitLocal(ILocalReferenceOperation reference, ITypeSymbol declared, string target)
    {
        if (reference.FindInitialValue() is not { } value)
        {
            return;
        }

        var count = _found.Count;
        Visit(value, declared, target);
        if (_found.Count > count)
        {
            var (_, slice, place) = _found[count];
            _found.RemoveRange(count, _found.Count - count);
            if (!IsChanged(reference))
            {
                Add(reference, slice, place);
            }
        }
    }

    private static bool IsChanged(ILocalReferenceOperation reference)
    {
        foreach (var operation in reference.FindRoot().Descendants())
        {
            if (operation is ILocalReferenceOperation { Parent: { } parent } other
                && SymbolEqualityComparer.Default.Equals(other.Local, reference.Local)
                && ((parent is IAssignmentOperation assignment && assignment.Target == other)
                    || parent is IArgumentOperation { Parameter.RefKind: not RefKind.None }
                    || parent is ITupleOperation { Parent: IDeconstructionAssignmentOperation }))
            {
                return true;
            }
        }

        return false;
    }

    // A member of the generated type Args is a parameter of the task.
    private static string Describe(INamedTypeSymbol type, string member) =>
        type is { Name: "Args", ContainingType: { } task } && task.Implements(MetadataNames.TaskDefinition)
            ? $"parameter '{member}' of task '{DispatchTypes.TaskName(task)}'"
            : $"member '{type.Name}.{member}'";

    private void Add(IOperation place, Slice slice, string target) => _found.Add((place, slice, target));

    private static string ElementOf(string target) =>
        target.StartsWith("an element ", StringComparison.Ordinal) || target.Length == 0 ? target : $"an element of {target}";
}
