using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>
/// The rule that a value should not be an object of a derived type if it is serialized as its base type, because the data of the derived
/// type is then lost.
/// </summary>
internal static class SlicedObjectRules
{
    /// <summary>The key in <c>Diagnostic.Properties</c> for the id of the base type to which the code fix adds the derived types.</summary>
    public const string BaseProperty = "Base";

    private const string ArgsName = "Args";

    /// <summary>Reports objects in the arguments of a dispatch, in a progress report, or in the result of a task.</summary>
    /// <param name="operation">A call, the creation or copy of the arguments of a task, or a return statement.</param>
    /// <param name="member">The member that contains the operation.</param>
    /// <param name="types">The types that dispatch tasks.</param>
    /// <param name="assembly">The assembly that is compiled.</param>
    public static IEnumerable<Diagnostic> Check(IOperation operation, ISymbol member, DispatchTypes types, IAssemblySymbol assembly)
    {
        foreach (var (place, slice, target) in Find(operation, member, types))
        {
            yield return Create(place, slice, target, assembly);
        }
    }

    private static IEnumerable<(IOperation Place, Slice Slice, string Target)> Find(
        IOperation operation, ISymbol member, DispatchTypes types)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod: { Name: "DelayAsync" or "Signature" or "Partial", ContainingType: var task } } call
                when types.IsDefinition(task):
                return FindInArguments(call.Arguments, task);
            case IInvocationOperation { TargetMethod: { Name: "Then" or "OnError", ContainingType: var type } } call
                when type.ContainingAssembly?.Name == MetadataNames.RuntimeAssembly:
                return FindInContinuations(call.Arguments);
            case IInvocationOperation { TargetMethod: { Name: "Report", ContainingType: var type } } call
                when type.Is(MetadataNames.DetailedTaskProgress):
                return FindInProgress(call.Arguments);
            case IObjectCreationOperation { Type: INamedTypeSymbol { Name: ArgsName, ContainingType: { } task } } creation
                when types.IsDefinition(task):
                return [.. FindInArguments(creation.Arguments, task), .. SliceSearch.FindIn(creation.Initializer)];
            case IWithOperation { Type: INamedTypeSymbol { Name: ArgsName, ContainingType: { } task } } copy when types.IsDefinition(task):
                return SliceSearch.FindIn(copy.Initializer);
            case IReturnOperation { ReturnedValue: { } value } when FindTask(operation, member) is { } method:
                return ReturnReader.ResultType(method) is { } result
                    ? SliceSearch.Find(value, result, $"the result of task '{method.Name}'")
                    : [];
            default:
                return [];
        }
    }

    private static IEnumerable<(IOperation Place, Slice Slice, string Target)> FindInArguments(
        ImmutableArray<IArgumentOperation> arguments, INamedTypeSymbol task)
    {
        foreach (var argument in arguments)
        {
            if (argument is { ArgumentKind: not ArgumentKind.DefaultValue, Parameter: { } parameter })
            {
                var target = $"parameter '{parameter.Name}' of task '{DispatchTypes.TaskName(task)}'";
                foreach (var found in SliceSearch.Find(argument.Value, parameter.Type, target))
                {
                    yield return found;
                }
            }
        }
    }

    // A continuation for a base type also accepts the result of a task that returns a derived type.
    private static IEnumerable<(IOperation Place, Slice Slice, string Target)> FindInContinuations(
        ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Value is IConversionOperation { Type: INamedTypeSymbol target, Operand: { Type: INamedTypeSymbol source } operand }
                && target.Is(MetadataNames.Continuation)
                && source.Is(MetadataNames.Continuation)
                && Slices.Find(target.TypeArguments[0], source.TypeArguments[0], isRead: true) is { } slice)
            {
                yield return (operand, slice, "the first parameter of the continuation");
            }
        }
    }

    private static IEnumerable<(IOperation Place, Slice Slice, string Target)> FindInProgress(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { OriginalDefinition.Type.TypeKind: TypeKind.TypeParameter } parameter)
            {
                return SliceSearch.Find(argument.Value, parameter.Type, "the progress detail");
            }
        }

        return [];
    }

    private static IMethodSymbol? FindTask(IOperation operation, ISymbol member) =>
        member is IMethodSymbol method
        && method.FindAttribute(MetadataNames.TaskAttribute) is { } attribute
        && !TaskSettings.IgnoreResult.Read(attribute)
        && SymbolEqualityComparer.Default.Equals(operation.FindFunction(member), method)
            ? method
            : null;

    private static Diagnostic Create(IOperation place, Slice slice, string target, IAssemblySymbol assembly)
    {
        var derived = Show(slice.Derived);
        var declared = Show(slice.Declared);
        var isListed = MayList(slice, assembly);
        var isRefused = slice.Kind == SliceKind.Refused;
        return Diagnostic.Create(
            Descriptors.DerivedObjectSliced,
            place.Syntax.GetLocation(),
            isListed && slice.Declared.GetDocumentationCommentId() is { } id
                ? ImmutableDictionary<string, string?>.Empty.Add(BaseProperty, id)
                : null,
            slice.Kind switch
            {
                SliceKind.Members => $"{Show("Member", slice.Members)} of '{derived}'",
                SliceKind.Overrides => $"{Show("Override", slice.Members)} in '{derived}'",
                _ => $"An object of type '{derived}'",
            },
            isRefused ? "refused" : "lost",
            target,
            declared,
            isRefused && slice.CanBeListed ? $", whose [JsonDerivedType] attributes do not list '{derived}'" : "",
            isListed
                ? $"Add [JsonDerivedType(typeof({derived}), \"{DiscriminatorOf(slice.Derived)}\")] to '{declared}', or use '{derived}' "
                    + $"instead of '{declared}'"
                : $"Use '{derived}' instead of '{declared}'");
    }

    /// <summary>Returns the name by which a derived type is listed, such as <c>dog</c> for <c>Dog</c>.</summary>
    public static string DiscriminatorOf(ITypeSymbol derived) => char.ToLowerInvariant(derived.Name[0]) + derived.Name.Substring(1);

    /// <summary>Determines whether an attribute can list a derived type on its base type.</summary>
    public static bool IsListable(ITypeSymbol derived) =>
        derived is INamedTypeSymbol { IsAbstract: false, TypeKind: TypeKind.Class, IsGenericType: false }
        && derived.IsSeenInAssembly();

    // A generic base type would list the derived type for all type arguments.
    private static bool MayList(Slice slice, IAssemblySymbol assembly) =>
        slice.CanBeListed
        && IsListable(slice.Derived)
        && slice.Declared is { IsGenericType: false, DeclaringSyntaxReferences.IsEmpty: false }
        && SymbolEqualityComparer.Default.Equals(slice.Declared.ContainingAssembly, assembly);

    private static string Show(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static string Show(string noun, IReadOnlyList<string> members) => members.Count switch
    {
        1 => $"{noun} '{members[0]}'",
        2 => $"{noun}s '{members[0]}' and '{members[1]}'",
        var count => $"{noun}s '{members[0]}', '{members[1]}', and {count - 2} other{(count == 3 ? "" : "s")}",
    };
}
