using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Json;
using TaskGen.Generator.Model;
using TaskGen.Generator.Rules.Declaration;
using TaskGen.Generator.Rules.Names;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.MethodShape;

/// <summary>
/// The rule table: what a task method must be. The parser skips a method that breaks a rule, the analyzers report it; both read this table, so they cannot drift apart.
/// </summary>
internal static class TaskMethodRules
{
    private static readonly Func<TaskMethod, IEnumerable<RuleViolation>>[] Table =
    [
        IsOrdinary,
        IsAccessible,
        IsNotAsyncVoid,
        IsNotGeneric,
        ParametersTravel,
        ResultTravels,
        NothingIsInjectedTwice,
        OverloadsAreNamed,
        ClassCanBeBuilt,
        ConstructorTakesNoDetail,
        TaskValueRules.AreInRange,
        TaskNameRules.AreValid,
        TaskNameRules.GroupIsNotHidden,
        TaskNameRules.ClientIsFree,
    ];

    private static readonly Dictionary<string, string> Lost = new(StringComparer.Ordinal)
    {
        ["System.Numerics.BigInteger"] = "would arrive as zero; use a string",
        ["System.Index"] = "would arrive as zero; use an int",
        ["System.Range"] = "would arrive empty; use two ints",
        ["System.Text.Rune"] = "would arrive as zero; use a string",
        ["System.IProgress`1"] = "reports to nobody in another process; use ITaskProgress",
        [MetadataNames.Framework.CancellationToken] = "means nothing in another process; take a CancellationToken, not nullable and on its own, which is that of the execution",
    };

    /// <summary>Everything that is wrong with a method.</summary>
    public static IEnumerable<RuleViolation> Check(TaskMethod task)
    {
        foreach (var rule in Table)
        {
            var any = false;
            foreach (var violation in rule(task))
            {
                any = true;
                yield return violation;
            }

            // Of what is no ordinary method the other rules have nothing to say.
            if (any && rule == Table[0])
            {
                yield break;
            }
        }
    }

    /// <summary>Whether nothing is wrong with a method, nor with the language it is compiled in.</summary>
    public static bool Allow(TaskMethod task)
    {
        if (!LanguageRules.Allow(task.Compilation))
        {
            return false;
        }

        foreach (var unused in Check(task))
        {
            return false;
        }

        return true;
    }

    private static IEnumerable<RuleViolation> IsOrdinary(TaskMethod task)
    {
        var what = task.Method switch
        {
            { MethodKind: MethodKind.LocalFunction } => "a local function",
            { MethodKind: MethodKind.AnonymousFunction } => "a lambda",
            { MethodKind: MethodKind.ExplicitInterfaceImplementation } => "an explicit interface implementation",
            { MethodKind: not MethodKind.Ordinary } => "an accessor or an operator",
            { ContainingType.TypeKind: TypeKind.Interface } => "a member of an interface",
            { ContainingType.TypeKind: not (TypeKind.Class or TypeKind.Struct) } => "a member of an extension block",
            _ => null,
        };
        if (what is not null)
        {
            yield return new RuleViolation(Descriptors.NotAnOrdinaryMethod, task.Location, task.Method.Name.Length == 0 ? "=>" : task.Method.Name, what);
        }
    }

    private static IEnumerable<RuleViolation> IsAccessible(TaskMethod task)
    {
        for (ISymbol current = task.Method; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal)
                || current is INamedTypeSymbol { IsFileLocal: true })
            {
                yield return new RuleViolation(Descriptors.NotAccessible, task.Location, task.Declaration, current.Name);
                yield break;
            }
        }

        foreach (var attribute in (string[])[MetadataNames.GiveUpOnAttribute, MetadataNames.RetryOnAttribute])
        {
            foreach (var type in AttributeReader.ExceptionTypes(task.Method, attribute))
            {
                if (!type.IsSeenInAssembly())
                {
                    yield return new RuleViolation(Descriptors.NotAccessible, task.Location, task.Declaration, type.Name);
                }
            }
        }
    }

    private static IEnumerable<RuleViolation> IsNotAsyncVoid(TaskMethod task)
    {
        if (task.Method is { IsAsync: true, ReturnsVoid: true } or { PartialImplementationPart.IsAsync: true, ReturnsVoid: true })
        {
            yield return new RuleViolation(Descriptors.AsyncVoid, task.Location, task.Declaration);
        }
    }

    private static IEnumerable<RuleViolation> IsNotGeneric(TaskMethod task)
    {
        if (task.Method.IsGenericMethod)
        {
            yield return new RuleViolation(Descriptors.Generic, task.Location, task.Declaration, task.Method.Name);
        }

        for (var type = task.Method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.TypeParameters.Length > 0)
            {
                yield return new RuleViolation(Descriptors.Generic, task.Location, task.Declaration, type.Name);
            }
        }
    }

    private static IEnumerable<RuleViolation> ParametersTravel(TaskMethod task)
    {
        foreach (var parameter in task.Method.Parameters)
        {
            var kind = ParameterClassifier.Classify(parameter);
            var isPayload = kind == ParameterKind.Payload;
            if (parameter.RefKind != RefKind.None)
            {
                yield return Cannot(parameter, $"it is passed by '{RefKindText(parameter.RefKind)}'; pass a value and return what changes");
            }
            else if (WhyNot(parameter.Type) is { } reason)
            {
                yield return Cannot(parameter, reason);
            }
            else if (kind is ParameterKind.Payload or ParameterKind.DetailedProgress && WhyLost(parameter.Type) is { } loss)
            {
                yield return Cannot(parameter, loss);
            }
            else if (isPayload && !parameter.IsDiscard && TupleInside(parameter.Type) is { } type)
            {
                yield return new RuleViolation(
                    Descriptors.TupleInsideDescribedType, parameter.Locations[0], task.Declaration, $"Parameter '{parameter.Name}'", type.ToDisplayString());
            }
        }

        RuleViolation Cannot(IParameterSymbol parameter, string reason) =>
            new(Descriptors.ParameterCannotTravel, parameter.Locations[0], task.Declaration, parameter.Name, reason);
    }

    private static IEnumerable<RuleViolation> ResultTravels(TaskMethod task)
    {
        if (task.Method.RefKind != RefKind.None)
        {
            yield return new RuleViolation(Descriptors.ReturnCannotTravel, task.Location, task.Declaration, "it is returned by reference");
        }
        else if (task.Method is { IsIterator: true } or { PartialImplementationPart.IsIterator: true })
        {
            yield return new RuleViolation(
                Descriptors.ReturnCannotTravel, task.Location, task.Declaration, "it is an iterator, whose body would begin only after the execution has ended; return a list or an array");
        }
        else if (ReturnReader.ResultType(task.Method) is { } result)
        {
            if (result.Is(MetadataNames.Framework.AsyncEnumerable))
            {
                yield return new RuleViolation(
                    Descriptors.ReturnCannotTravel, task.Location, task.Declaration, $"'{result.ToDisplayString()}' would be read only after the execution has ended; return a list or an array");
            }
            else if ((WhyNot(result) ?? WhyLost(result)) is { } reason)
            {
                yield return new RuleViolation(Descriptors.ReturnCannotTravel, task.Location, task.Declaration, reason);
            }
            else if (TupleInside(result) is { } type)
            {
                yield return new RuleViolation(Descriptors.TupleInsideDescribedType, task.Location, task.Declaration, "The result", type.ToDisplayString());
            }
        }
    }

    private static IEnumerable<RuleViolation> NothingIsInjectedTwice(TaskMethod task)
    {
        var seen = new HashSet<ParameterKind>();
        foreach (var parameter in task.Method.Parameters)
        {
            var kind = ParameterClassifier.Classify(parameter);
            if (kind is ParameterKind.CancellationToken or ParameterKind.Context or ParameterKind.Progress or ParameterKind.DetailedProgress && !seen.Add(kind))
            {
                yield return new RuleViolation(Descriptors.InjectedTwice, parameter.Locations[0], task.Declaration, parameter.Name, parameter.Type.Name);
            }
        }
    }

    private static IEnumerable<RuleViolation> OverloadsAreNamed(TaskMethod task)
    {
        if (TaskNaming.TaskName(task.Method, task.Attribute) is null)
        {
            yield return new RuleViolation(Descriptors.Overloaded, task.Location, task.Declaration);
        }
    }

    private static IEnumerable<RuleViolation> ClassCanBeBuilt(TaskMethod task)
    {
        if (!task.Method.IsStatic && ConstructorChooser.Choose(task.Method.ContainingType) is null)
        {
            yield return new RuleViolation(
                Descriptors.NoUsableConstructor,
                task.Location,
                task.Declaration,
                task.Method.ContainingType.Name,
                task.Method.ContainingType switch
                {
                    { IsAbstract: true } => "is abstract; make the method static, or declare the task on a derived class",
                    { IsRefLikeType: true } => "is a ref struct",
                    _ => "has no public or internal constructor to choose; mark one with [ActivatorUtilitiesConstructor]",
                });
        }
    }

    private static IEnumerable<RuleViolation> ConstructorTakesNoDetail(TaskMethod task)
    {
        if (!task.Method.IsStatic && ConstructorChooser.Choose(task.Method.ContainingType) is { } constructor)
        {
            foreach (var parameter in constructor.Parameters)
            {
                if (ParameterClassifier.ClassifyInjected(parameter) == ParameterKind.DetailedProgress)
                {
                    yield return new RuleViolation(Descriptors.NoUsableConstructor, task.Location, task.Declaration, task.Method.ContainingType.Name,
                        "takes an ITaskProgress<T> in its constructor; take ITaskProgress there, or the other one in the method");
                }
            }
        }
    }

    private static string? WhyNot(ITypeSymbol type) => type switch
    {
        { IsRefLikeType: true } => $"'{type.ToDisplayString()}' lives on the stack; use an array",
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => "a pointer means nothing in another process",
        { TypeKind: TypeKind.Dynamic } => "the compiler does not know its type",
        IArrayTypeSymbol array => WhyNot(array.ElementType),
        INamedTypeSymbol named => WhyNotArguments(named),
        _ => null,
    };

    private static string? WhyNotArguments(INamedTypeSymbol type)
    {
        foreach (var argument in type.TypeArguments)
        {
            if (WhyNot(argument) is { } reason)
            {
                return reason;
            }
        }

        return null;
    }

    /// <summary>Why values of a type of the framework would arrive empty, or would not be written at all. Types of the user may have converters, so nothing is said of them.</summary>
    private static string? WhyLost(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol { IsSZArray: false }:
                return $"JSON has no '{type.ToDisplayString()}'; use an array of arrays";
            case IArrayTypeSymbol array:
                return WhyLost(array.ElementType);
            case { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr }:
                return $"'{type.ToDisplayString()}' has another size in another process; use long or ulong";
            case INamedTypeSymbol { ContainingNamespace.IsGlobalNamespace: false } named:
                if (Lost.TryGetValue(named.OriginalDefinition.GetFullMetadataName(), out var instead))
                {
                    return $"'{type.ToDisplayString()}' {instead}";
                }

                // What travels inside a type of the user is up to its converter; and a detail is what a progress of ours holds.
                if (named.GetFullMetadataName().StartsWith("System.", StringComparison.Ordinal) || named.Is(MetadataNames.DetailedTaskProgress))
                {
                    foreach (var argument in named.TypeArguments)
                    {
                        if (WhyLost(argument) is { } reason)
                        {
                            return reason;
                        }
                    }
                }

                return null;
            default:
                return null;
        }
    }

    /// <summary>The type that is left to its JSON description though a tuple is inside it.</summary>
    private static ITypeSymbol? TupleInside(ITypeSymbol type)
    {
        foreach (var described in DescribedTypes.Of(type))
        {
            if (HoldsTuple(described))
            {
                return described;
            }
        }

        return null;
    }

    private static bool HoldsTuple(ITypeSymbol type)
    {
        if (type.IsTupleType || type is IArrayTypeSymbol array && HoldsTuple(array.ElementType))
        {
            return true;
        }

        if (type is INamedTypeSymbol named)
        {
            foreach (var argument in named.TypeArguments)
            {
                if (HoldsTuple(argument))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string RefKindText(RefKind kind) => kind switch
    {
        RefKind.Out => "out",
        RefKind.In => "in",
        RefKind.Ref => "ref",
        _ => "ref readonly",
    };
}
