using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>Declares an inherited task in one class.</summary>
/// <param name="editor">The editor of the document that contains the class.</param>
/// <param name="attributes">Creates the attributes and the default values.</param>
/// <param name="target">The class.</param>
/// <param name="source">The method that has the attributes of the task.</param>
internal sealed class InheritedTaskWriter(
    DocumentEditor editor, MovedAttributes attributes, TaskTarget target, IMethodSymbol source)
{
    /// <summary>Adds the attributes to the method of the class, or adds a method with the attributes.</summary>
    public void Write(IReadOnlyList<AttributeSyntax> taskAttributes, CancellationToken cancellationToken)
    {
        var root = editor.OriginalRoot;
        var declared = target.Declared?.DeclaringSyntaxReferences.FirstOrDefault(reference => reference.SyntaxTree == root.SyntaxTree);
        if (declared?.GetSyntax(cancellationToken) is MethodDeclarationSyntax existing)
        {
            if (target.Kind == TaskTargetKind.Mark)
            {
                if (target.Declared!.FindAttribute(MetadataNames.TaskAttribute) is null)
                {
                    editor.ReplaceNode(existing, (current, _) => Mark((MethodDeclarationSyntax)current, taskAttributes));
                }
            }
            else
            {
                editor.InsertAfter(existing, AfterLine(CreateMethod(taskAttributes)));
            }

            return;
        }

        foreach (var reference in target.Class.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree == root.SyntaxTree && reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax type)
            {
                editor.ReplaceNode(type, (current, _) => Add((TypeDeclarationSyntax)current, CreateMethod(taskAttributes)));
                return;
            }
        }
    }

    private TypeDeclarationSyntax Add(TypeDeclarationSyntax type, MethodDeclarationSyntax method)
    {
        if (type.OpenBraceToken.IsKind(SyntaxKind.None) || type.OpenBraceToken.IsMissing)
        {
            type = type
                .WithSemicolonToken(default)
                .WithOpenBraceToken(Brace(SyntaxKind.OpenBraceToken))
                .WithCloseBraceToken(Brace(SyntaxKind.CloseBraceToken).WithTrailingTrivia(type.SemicolonToken.TrailingTrivia))
                .WithAdditionalAnnotations(Formatter.Annotation);
        }

        return type.AddMembers(type.Members.Count == 0 ? method : AfterLine(method));
    }

    // The line ending of the document.
    private SyntaxTrivia LineEnd()
    {
        var text = editor.OriginalRoot.GetText().ToString();
        return SyntaxFactory.ElasticEndOfLine(text.Contains("\r\n") || !text.Contains("\n") ? "\r\n" : "\n");
    }

    private MethodDeclarationSyntax AfterLine(MethodDeclarationSyntax method) =>
        method.WithLeadingTrivia(method.GetLeadingTrivia().Insert(0, LineEnd()));

    private SyntaxToken Brace(SyntaxKind kind) => SyntaxFactory.Token(
        SyntaxFactory.TriviaList(LineEnd()), kind, SyntaxFactory.TriviaList(LineEnd()));

    private MethodDeclarationSyntax CreateMethod(IReadOnlyList<AttributeSyntax> taskAttributes)
    {
        var generator = editor.Generator;
        var modifiers = target.Kind == TaskTargetKind.Override ? DeclarationModifiers.Override
            : target.HidesBase ? DeclarationModifiers.New
            : DeclarationModifiers.None;
        var method = (MethodDeclarationSyntax)generator.MethodDeclaration(
            target.Name,
            target.Inherited.Parameters.Select(CreateParameter),
            returnType: target.Inherited.ReturnsVoid ? null : attributes.TypeOf(target.Inherited.ReturnType),
            accessibility: Accessibility(),
            modifiers: modifiers);
        var arguments = target.Inherited.Parameters.Select(static parameter =>
            SyntaxFactory.Argument(SyntaxFactory.IdentifierName(Escaped(parameter.Name))));
        var call = SyntaxFactory.InvocationExpression(
            Receiver(),
            SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList(arguments)));
        method = method
            .WithBody(null)
            .WithExpressionBody(SyntaxFactory.ArrowExpressionClause(call))
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken));
        return Mark(method, taskAttributes)
            .WithLeadingTrivia(Documentation())
            .WithTrailingTrivia(LineEnd())
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    private ExpressionSyntax Receiver()
    {
        var inherited = target.Inherited;
        switch (target.Kind)
        {
            case TaskTargetKind.Override:
                return SyntaxFactory.MemberAccessExpression(
                    SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.BaseExpression(), Name(inherited.Name));
            case TaskTargetKind.CallInterface:
                var method = inherited.ExplicitInterfaceImplementations.FirstOrDefault() ?? inherited;
                var cast = SyntaxFactory.CastExpression(attributes.TypeOf(method.ContainingType), SyntaxFactory.ThisExpression());
                return SyntaxFactory.MemberAccessExpression(
                    SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.ParenthesizedExpression(cast), Name(method.Name));
            default:
                return Name(inherited.Name);
        }
    }

    private ParameterSyntax CreateParameter(IParameterSymbol parameter)
    {
        var created = SyntaxFactory.Parameter(SyntaxFactory.Identifier(Escaped(parameter.Name)))
            .WithType(attributes.TypeOf(parameter.Type));
        if (parameter.IsParams)
        {
            created = created.AddModifiers(SyntaxFactory.Token(SyntaxKind.ParamsKeyword));
        }

        return Complete(created, parameter.Ordinal, hasAttributes: static _ => false);
    }

    /// <summary>Adds the attributes and the default value that the parameter of the source has.</summary>
    private ParameterSyntax Complete(ParameterSyntax parameter, int ordinal, Func<INamedTypeSymbol, bool> hasAttributes)
    {
        var original = source.Parameters[ordinal];
        foreach (var attribute in original.GetAttributes())
        {
            if (attribute is { AttributeClass: { } type, ApplicationSyntaxReference: not null } && !hasAttributes(type))
            {
                parameter = parameter.AddAttributeLists(
                    SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attributes.Create(attribute)))
                        .WithTrailingTrivia(SyntaxFactory.Space));
            }
        }

        return parameter.Default is null && attributes.DefaultOf(original) is { } value
            ? parameter.WithDefault(SyntaxFactory.EqualsValueClause(value))
            : parameter;
    }

    private MethodDeclarationSyntax Mark(MethodDeclarationSyntax method, IReadOnlyList<AttributeSyntax> taskAttributes)
    {
        var isNew = target.Kind != TaskTargetKind.Mark;
        if (!isNew)
        {
            var own = target.Declared!.Parameters;
            method = method.WithParameterList(method.ParameterList.WithParameters(SyntaxFactory.SeparatedList(
                method.ParameterList.Parameters.Select((parameter, ordinal) =>
                    Complete(parameter, ordinal, type => own[ordinal].FindAttribute(type.GetFullMetadataName()) is not null)),
                method.ParameterList.Parameters.GetSeparators())));
        }

        var lists = new List<AttributeListSyntax>();
        foreach (var attribute in taskAttributes)
        {
            lists.Add(SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute)));
        }

        foreach (var attribute in source.GetReturnTypeAttributes())
        {
            if (attribute is { AttributeClass: { } type, ApplicationSyntaxReference: not null }
                && (isNew || !target.Declared!.GetReturnTypeAttributes().Any(other => other.AttributeClass.Is(type.GetFullMetadataName()))))
            {
                lists.Add(SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attributes.Create(attribute)))
                    .WithTarget(SyntaxFactory.AttributeTargetSpecifier(SyntaxFactory.Token(SyntaxKind.ReturnKeyword))));
            }
        }

        return AddLists(method, lists);
    }

    // The comment of the method stays before its attributes, and each list is on a separate line.
    private MethodDeclarationSyntax AddLists(MethodDeclarationSyntax method, List<AttributeListSyntax> lists)
    {
        var leading = method.GetLeadingTrivia();
        var indent = leading.Count > 0 && leading[leading.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia)
            ? SyntaxFactory.TriviaList(leading[leading.Count - 1])
            : default;
        var added = lists.Select((list, index) => list
            .WithLeadingTrivia(index == 0 ? leading : indent)
            .WithTrailingTrivia(LineEnd()));
        var bare = method.WithLeadingTrivia(indent);
        return bare.WithAttributeLists(bare.AttributeLists.InsertRange(0, added));
    }

    private Accessibility Accessibility() => target.Kind == TaskTargetKind.Override
        ? target.Inherited.DeclaredAccessibility
        : target.Class.IsSeenOutside() && !HasPublicTypes()
            ? Microsoft.CodeAnalysis.Accessibility.Internal
            : Microsoft.CodeAnalysis.Accessibility.Public;

    private bool HasPublicTypes() =>
        IsPublic(target.Inherited.ReturnType) && target.Inherited.Parameters.All(static parameter => IsPublic(parameter.Type));

    private static bool IsPublic(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsPublic(array.ElementType),
        INamedTypeSymbol named => named.IsSeenOutside() && named.TypeArguments.All(IsPublic),
        _ => true,
    };

    private SyntaxTriviaList Documentation()
    {
        var isRequired = editor.OriginalRoot.SyntaxTree.Options.DocumentationMode == DocumentationMode.Diagnose
            && target.Class.IsSeenOutside()
            && Accessibility() == Microsoft.CodeAnalysis.Accessibility.Public;
        var from = target.Kind == TaskTargetKind.Override ? "" : $" cref=\"{target.Inherited.GetDocumentationCommentId()}\"";
        return isRequired ? SyntaxFactory.ParseLeadingTrivia($"/// <inheritdoc{from}/>{LineEnd()}") : default;
    }

    private static IdentifierNameSyntax Name(string name) => SyntaxFactory.IdentifierName(Escaped(name));

    private static string Escaped(string name) => Generator.CSharpText.Identifiers.Escape(name);
}
