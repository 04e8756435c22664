using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Outlining;

/// <summary>Reads the outline of a file from its syntax, without semantic analysis.</summary>
internal sealed class SourceOutlineReader : CSharpSyntaxWalker
{
    private static readonly string[] GeneratedNames =
    [
        TaskClassModel.ClientSuffix, TaskClassModel.ExtensionsSuffix, AssemblyModel.Extensions,
    ];

    private readonly HashSet<string> _declaredTypes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _mentions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _methodAttributes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _markerAliases = new(StringComparer.Ordinal);
    private readonly HashSet<string> _globalMarkerAliases = new(StringComparer.Ordinal);
    private readonly HashSet<string> _namespaces = new(StringComparer.Ordinal);
    private readonly HashSet<string> _clientTypes = new(StringComparer.Ordinal);
    private readonly bool _readsBodies;
    private readonly CancellationToken _cancellationToken;
    private OutlineHash _hash = OutlineHash.Start;
    private bool _isEnvironment;

    private SourceOutlineReader(bool readsBodies, CancellationToken cancellationToken)
        : base(SyntaxWalkerDepth.Token)
    {
        _readsBodies = readsBodies;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Reads a file.</summary>
    public static SourceOutline Read(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot(cancellationToken);
        var (nullableDirectives, areAllAtTop) = ReadNullableDirectives(root);

        // A #nullable directive inside a body also applies to the declarations after it.
        var reader = new SourceOutlineReader(readsBodies: !areAllAtTop, cancellationToken);
        reader._hash.Add(tree.FilePath);
        reader._hash.Add((ulong)((CSharpParseOptions)tree.Options).LanguageVersion);
        reader._hash.Add(nullableDirectives);
        reader.Visit(root);
        return new SourceOutline
        {
            Path = tree.FilePath,
            Hash = reader._hash.Value,
            IsEnvironment = reader._isEnvironment,
            DeclaredTypes = [.. reader._declaredTypes],
            Mentions = [.. reader._mentions],
            MethodAttributes = [.. reader._methodAttributes],
            MarkerAliases = [.. reader._markerAliases],
            GlobalMarkerAliases = [.. reader._globalMarkerAliases],
            Namespaces = [.. reader._namespaces],
            ClientTypes = [.. reader._clientTypes],
        };
    }

    /// <inheritdoc/>
    public override void VisitToken(SyntaxToken token)
    {
        _hash.Add((ulong)token.RawKind);
        _hash.Add(token.Text);
        if (token.IsKind(SyntaxKind.IdentifierToken))
        {
            _mentions.Add(token.ValueText);
        }
    }

    /// <inheritdoc/>
    public override void VisitBlock(BlockSyntax node) => VisitBody(node);

    /// <inheritdoc/>
    public override void VisitArrowExpressionClause(ArrowExpressionClauseSyntax node) => VisitBody(node);

    /// <inheritdoc/>
    public override void VisitGlobalStatement(GlobalStatementSyntax node)
    {
        // Top-level statements contain no relevant declarations, because a local function cannot be a task.
        if (_readsBodies)
        {
            base.VisitGlobalStatement(node);
        }
    }

    /// <inheritdoc/>
    public override void VisitEqualsValueClause(EqualsValueClauseSyntax node)
    {
        // The initial value of a field is relevant only if the field is a constant, because attributes and default values can refer only to
        // constants.
        var matters = node.Parent switch
        {
            VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } => field.Modifiers.Any(SyntaxKind.ConstKeyword),
            PropertyDeclarationSyntax => false,
            _ => true,
        };
        if (matters || _readsBodies)
        {
            base.VisitEqualsValueClause(node);
        }
        else
        {
            // A member without an initial value, or with the value 'default!', can require a constructor. Other values are not relevant.
            _hash.Add((ulong)node.Value.RawKind);
        }
    }

    /// <inheritdoc/>
    public override void VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        foreach (var list in node.AttributeLists)
        {
            foreach (var attribute in list.Attributes)
            {
                _methodAttributes.Add(SimpleName(attribute.Name));
            }
        }

        base.VisitMethodDeclaration(node);

        // Whether a method is an iterator can be determined only from its body.
        if (node.AttributeLists.Count > 0 || node.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            _hash.Add(Yields(node.Body) ? 1u : 0u);
        }
    }

    /// <inheritdoc/>
    public override void VisitAttribute(AttributeSyntax node)
    {
        _mentions.Add(SimpleName(node.Name) + "Attribute");
        base.VisitAttribute(node);
    }

    /// <inheritdoc/>
    public override void VisitAttributeList(AttributeListSyntax node)
    {
        _isEnvironment |= node.Parent is CompilationUnitSyntax;
        base.VisitAttributeList(node);
    }

    /// <inheritdoc/>
    public override void VisitUsingDirective(UsingDirectiveSyntax node)
    {
        var isGlobal = node.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword);
        _isEnvironment |= isGlobal;
        if (node is { Alias.Name.Identifier.ValueText: var alias, NamespaceOrType: NameSyntax name }
            && MarkerNames.Contains(SimpleName(name)))
        {
            (isGlobal ? _globalMarkerAliases : _markerAliases).Add(alias);
        }

        base.VisitUsingDirective(node);
    }

    /// <inheritdoc/>
    public override void VisitNamespaceDeclaration(NamespaceDeclarationSyntax node)
    {
        _namespaces.Add(NamespaceOf(node.Name));
        base.VisitNamespaceDeclaration(node);
    }

    /// <inheritdoc/>
    public override void VisitFileScopedNamespaceDeclaration(FileScopedNamespaceDeclarationSyntax node)
    {
        _namespaces.Add(NamespaceOf(node.Name));
        base.VisitFileScopedNamespaceDeclaration(node);
    }

    /// <inheritdoc/>
    public override void DefaultVisit(SyntaxNode node)
    {
        if (node is BaseTypeDeclarationSyntax type)
        {
            AddType(type, type.Identifier.ValueText);
        }
        else if (node is DelegateDeclarationSyntax declaration)
        {
            AddType(declaration, declaration.Identifier.ValueText);
        }

        base.DefaultVisit(node);
    }

    private static string SimpleName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => SimpleName(qualified.Right),
        AliasQualifiedNameSyntax aliased => SimpleName(aliased.Name),
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };

    private static (string Text, bool AreAllAtTop) ReadNullableDirectives(CompilationUnitSyntax root)
    {
        if (!root.ContainsDirectives)
        {
            return ("", true);
        }

        var text = "";
        var top = root.GetFirstToken(includeZeroWidth: true).Span.Start;
        var areAllAtTop = true;
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is NullableDirectiveTriviaSyntax { IsActive: true } nullable)
            {
                text += nullable.SettingToken.Text + " " + nullable.TargetToken.Text + ";";
                areAllAtTop &= nullable.SpanStart < top;
            }
        }

        return (text, areAllAtTop);
    }

    private static bool Yields(BlockSyntax? body)
    {
        if (body is null)
        {
            return false;
        }

        foreach (var node in body.DescendantNodes(
            static node => node
                is StatementSyntax and not LocalFunctionStatementSyntax or SwitchSectionSyntax or CatchClauseSyntax or FinallyClauseSyntax
                    or ElseClauseSyntax))
        {
            if (node is YieldStatementSyntax)
            {
                return true;
            }
        }

        return false;
    }

    private void VisitBody(SyntaxNode body)
    {
        if (_readsBodies)
        {
            DefaultVisit(body);
        }
        else
        {
            _hash.Add((ulong)body.RawKind);
        }
    }

    private void AddType(MemberDeclarationSyntax node, string name)
    {
        _declaredTypes.Add(name);
        if (node.Parent is TypeDeclarationSyntax || !Array.Exists(GeneratedNames, suffix => MayBe(name, suffix)))
        {
            return;
        }

        // A partial class can extend a client. The generated part depends on its members, although no file with tasks mentions its name.
        var isPartial = node.Modifiers.Any(SyntaxKind.PartialKeyword);
        _clientTypes.Add($"{NamespaceOf(node)}.{name} {isPartial} {node.Modifiers.Any(SyntaxKind.FileKeyword)}");
        _isEnvironment |= isPartial;
    }

    // The name can end with underscores, because the generator appends them until a name is unused.
    private static bool MayBe(string name, string suffix) => name.TrimEnd('_').EndsWith(suffix, StringComparison.Ordinal);

    private static string NamespaceOf(SyntaxNode node)
    {
        var name = "";
        for (var outer = node.Parent; outer is BaseNamespaceDeclarationSyntax space; outer = outer.Parent)
        {
            name = name.Length == 0 ? space.Name.ToString() : space.Name + "." + name;
        }

        return name;
    }
}
