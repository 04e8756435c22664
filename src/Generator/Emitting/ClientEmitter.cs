using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Emitting;

/// <summary>
/// Emits the file of one class of tasks: its client with all its tasks, and the property by which any <c>ITaskClient</c> leads to it.
/// </summary>
internal static class ClientEmitter
{
    /// <summary>Emits the file of a class.</summary>
    public static void Emit(SourceProductionContext context, ClientModel client)
    {
        var experimentalIds = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var task in client.Tasks)
        {
            experimentalIds.UnionWith(task.ExperimentalIds);
        }

        var writer = GeneratedFile.Begin(ImmutableArray.CreateRange(experimentalIds));
        GeneratedFile.Namespace(writer, client.Class.Namespace);
        WriteClient(writer, client, context.CancellationToken);
        writer.Line();
        WriteExtension(writer, client.Class);
        context.AddSource(HintNames.OfClient(client.Class.MetadataName), GeneratedFile.End(writer));
    }

    private static void WriteClient(CodeWriter writer, ClientModel client, CancellationToken cancellationToken)
    {
        var model = client.Class;
        writer.Line($"/// <summary>Enqueues the tasks of <see cref=\"{model.DocumentationId}\"/>.</summary>");
        writer.Line(GeneratedFile.GeneratedCode);
        using (writer.Block($"{Access(model)} sealed partial class {Identifiers.Escape(model.ClientName)}"))
        {
            writer.Line($"private readonly global::TaskGen.ITaskClient {TaskClassModel.ClientField};");
            writer.Line();
            writer.Line("/// <summary>Makes a client of one class out of a client of all tasks.</summary>");
            writer.Line("/// <param name=\"client\">What enqueues.</param>");
            using (writer.Block($"public {Identifiers.Escape(model.ClientName)}(global::TaskGen.ITaskClient client)"))
            {
                writer.Line("global::System.ArgumentNullException.ThrowIfNull(client);");
                writer.Line($"this.{TaskClassModel.ClientField} = client;");
            }

            foreach (var task in client.Tasks)
            {
                cancellationToken.ThrowIfCancellationRequested();
                writer.Line();
                TaskEmitter.Write(writer, task);
            }
        }
    }

    private static void WriteExtension(CodeWriter writer, TaskClassModel model)
    {
        writer.Line($"/// <summary>Leads from any client to the tasks of <see cref=\"{model.DocumentationId}\"/>.</summary>");
        writer.Line(GeneratedFile.GeneratedCode);
        writer.Line(RuntimeNames.Never);
        using (writer.Block($"{Access(model)} static class {model.ClientName}TaskGenExtensions"))
        {
            writer.Line("/// <param name=\"client\">What enqueues.</param>");
            using (writer.Block("extension(global::TaskGen.ITaskClient client)"))
            {
                writer.Line(
                    $"/// <summary>The tasks of <see cref=\"{model.DocumentationId}\"/>. "
                    + $"In a hot path keep the client instead of asking for it each time.</summary>");
                writer.Line($"public {model.ClientTypeName} {Identifiers.Escape(model.GroupName)} => new {model.ClientTypeName}(client);");
            }
        }
    }

    private static string Access(TaskClassModel model) => model.IsPublic ? "public" : "internal";
}
