using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TaskGen.Generator.Rules.Payload;

/// <summary>
/// Finds the code of one type that sets its members. Only syntax is examined, because payloads can be declared in any file, and a semantic
/// model for each of these files would be expensive. A member is recognized by its name.
/// </summary>
internal sealed class StateCode
{
    private static readonly HashSet<string> Mutators = new(StringComparer.Ordinal)
    {
        "Add", "AddRange", "AddFirst", "AddLast", "Insert", "InsertRange", "Push", "Enqueue", "TryAdd", "AddOrUpdate", "UnionWith",
        "Remove", "RemoveAt", "RemoveAll", "Pop", "Dequeue", "Clear", "Set", "SetValue", "Append", "AppendLine",
    };

    private readonly Dictionary<string, StateOrigins> _origins = new(StringComparer.Ordinal);
    private readonly INamedTypeSymbol _type;
    private readonly ExecutedConstructors _executed;
    private readonly HashSet<string> _restored;

    private StateCode(INamedTypeSymbol type, ExecutedConstructors executed, HashSet<string> restored)
    {
        _type = type;
        _executed = executed;
        _restored = restored;
    }

    /// <summary>Reads the code of a type.</summary>
    /// <param name="type">The type, without its base types.</param>
    /// <param name="executed">The constructors that run when the serializer creates an object.</param>
    /// <param name="restored">The names of the properties that the serializer sets.</param>
    public static StateCode Read(INamedTypeSymbol type, ExecutedConstructors executed, HashSet<string> restored)
    {
        var code = new StateCode(type, executed, restored);
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is TypeDeclarationSyntax declaration)
            {
                foreach (var member in declaration.Members)
                {
                    code.ReadMember(member);
                }
            }
        }

        return code;
    }

    /// <summary>Returns the code that sets a member.</summary>
    public StateOrigins this[string member] => _origins.TryGetValue(member, out var origins) ? origins : StateOrigins.None;

    /// <summary>Determines whether code contains a name.</summary>
    public static bool Mentions(SyntaxNode code, string name)
    {
        foreach (var node in code.DescendantNodesAndSelf())
        {
            if (node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name)
            {
                return true;
            }
        }

        return false;
    }

    private void ReadMember(MemberDeclarationSyntax member)
    {
        switch (member)
        {
            case BaseTypeDeclarationSyntax:
                return;
            case FieldDeclarationSyntax fields:
                foreach (var field in fields.Declaration.Variables)
                {
                    AddInitializer(field.Identifier.ValueText, field.Initializer);
                }

                return;
            case PropertyDeclarationSyntax { Initializer: { } initializer } property:
                AddInitializer(property.Identifier.ValueText, initializer);
                break;
        }

        foreach (var node in member.DescendantNodes())
        {
            ReadNode(node, member);
        }
    }

    private void AddInitializer(string name, EqualsValueClauseSyntax? initializer)
    {
        if (initializer is not null)
        {
            Add(
                name,
                _executed.RunInitializers
                    ? AssignedValue.Classify(initializer.Value, _executed.PrimaryParameters)
                    : StateOrigins.Elsewhere);
        }
    }

    private void ReadNode(SyntaxNode node, MemberDeclarationSyntax member)
    {
        switch (node)
        {
            case AssignmentExpressionSyntax assignment:
                AddTargets(assignment.Left, assignment, member);
                break;
            case PrefixUnaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression
            } prefix:
                AddTarget(prefix.Operand, prefix, member);
                break;
            case PostfixUnaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression
            } postfix:
                AddTarget(postfix.Operand, postfix, member);
                break;
            case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument:
                AddTarget(argument.Expression, argument, member);
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call }
                when Mutators.Contains(call.Name.Identifier.ValueText) && NameOf(call.Expression) is { } changed:
                Add(changed, StateOrigins.Changed);
                break;
        }
    }

    private void AddTargets(ExpressionSyntax left, AssignmentExpressionSyntax assignment, MemberDeclarationSyntax member)
    {
        if (left is not TupleExpressionSyntax tuple)
        {
            AddTarget(left, assignment, member);
            return;
        }

        foreach (var argument in tuple.Arguments)
        {
            AddTargets(argument.Expression, assignment, member);
        }
    }

    private void AddTarget(ExpressionSyntax target, SyntaxNode node, MemberDeclarationSyntax member)
    {
        if (target is ElementAccessExpressionSyntax element)
        {
            if (NameOf(element.Expression) is { } changed)
            {
                Add(changed, StateOrigins.Changed);
            }
        }
        else if (NameOf(target) is { } name)
        {
            Add(name, Classify(name, node, member));
        }
    }

    private StateOrigins Classify(string name, SyntaxNode node, MemberDeclarationSyntax member)
    {
        if (member is ConstructorDeclarationSyntax constructor)
        {
            return _executed.Contains(constructor)
                    ? AssignedValue.Classify((node as AssignmentExpressionSyntax)?.Right, constructor.ParameterList)
                : IsCopyConstructor(constructor) ? StateOrigins.None
                : StateOrigins.Elsewhere;
        }

        if (IsLazy(name, node, member))
        {
            return StateOrigins.Lazy;
        }

        if (member is not PropertyDeclarationSyntax property)
        {
            return StateOrigins.Elsewhere;
        }

        var isGetter = property.ExpressionBody is not null
            || node.FirstAncestorOrSelf<AccessorDeclarationSyntax>() is { RawKind: (int)SyntaxKind.GetAccessorDeclaration };
        return isGetter ? StateOrigins.Lazy
            : _restored.Contains(property.Identifier.ValueText) ? StateOrigins.Setter
            : StateOrigins.Elsewhere;
    }

    private bool IsCopyConstructor(ConstructorDeclarationSyntax constructor) =>
        constructor.ParameterList.Parameters is [{ Type: { } parameter }]
        && (parameter is NullableTypeSyntax nullable ? nullable.ElementType : parameter) is SimpleNameSyntax simple
        && simple.Identifier.ValueText == _type.Name;

    // Recognizes _text ??= Compute(), _text ?? (_text = Compute()), and if (_text is null) { _text = Compute(); }, in which the member is
    // tested anywhere in the code that sets it.
    private static bool IsLazy(string name, SyntaxNode node, MemberDeclarationSyntax member)
    {
        if (node.IsKind(SyntaxKind.CoalesceAssignmentExpression))
        {
            return true;
        }

        foreach (var current in member.DescendantNodes())
        {
            var isTest = current switch
            {
                IfStatementSyntax branch => Mentions(branch.Condition, name) && TestsForNull(branch.Condition),
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => Mentions(coalesce.Left, name),
                _ => false,
            };
            if (isTest)
            {
                return true;
            }
        }

        return false;
    }

    private static bool TestsForNull(ExpressionSyntax condition)
    {
        foreach (var token in condition.DescendantTokens())
        {
            if (token.RawKind is (int)SyntaxKind.NullKeyword or (int)SyntaxKind.DefaultKeyword or (int)SyntaxKind.ExclamationToken
                || token.ValueText == "HasValue")
            {
                return true;
            }
        }

        return false;
    }

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        ParenthesizedExpressionSyntax parenthesized => NameOf(parenthesized.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed =>
            NameOf(suppressed.Operand),
        _ => null,
    };

    private void Add(string name, StateOrigins origins) => _origins[name] = this[name] | origins;
}
