using Microsoft.CodeAnalysis;
using TaskGen.Generator.Model;
using TaskGen.Generator.Parsing;

namespace TaskGen.Generator.Emitting;

/// <summary>Emits the client of one class of tasks, and the property by which any <c>ITaskClient</c> leads to it.</summary>
internal static class ClientEmitter
{
    /// <summary>Emits a file for each class of a slot.</summary>
    public static void Emit(SourceProductionContext context, EquatableArray<TaskClassModel> slot)
    {
        foreach (var model in slot)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            Emit(context, model);
        }
    }

    private static void Emit(SourceProductionContext context, TaskClassModel model)
    {
        var writer = GeneratedFile.Begin();
        GeneratedFile.Namespace(writer, model.Namespace);
        var access = model.IsPublic ? "public" : "internal";

        writer.Line($"/// <summary>Enqueues the tasks of <see cref=\"{model.DocumentationId}\"/>.</summary>");
        writer.Line(GeneratedFile.GeneratedCode);
        using (writer.Block($"{access} sealed partial class {Identifiers.Escape(model.ClientName)}"))
        {
            writer.Line($"private readonly global::TaskGen.ITaskClient {TaskSetRules.ClientField};");
            writer.Line();
            writer.Line("/// <summary>Makes a client of one class out of a client of all tasks.</summary>");
            writer.Line("/// <param name=\"client\">What enqueues.</param>");
            using (writer.Block($"public {Identifiers.Escape(model.ClientName)}(global::TaskGen.ITaskClient client)"))
            {
                writer.Line("global::System.ArgumentNullException.ThrowIfNull(client);");
                writer.Line($"this.{TaskSetRules.ClientField} = client;");
            }
        }

        writer.Line();
        writer.Line($"/// <summary>Leads from any client to the tasks of <see cref=\"{model.DocumentationId}\"/>.</summary>");
        writer.Line(GeneratedFile.GeneratedCode);
        writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        using (writer.Block($"{access} static class {model.ClientName}TaskGenExtensions"))
        {
            writer.Line("/// <param name=\"client\">What enqueues.</param>");
            using (writer.Block("extension(global::TaskGen.ITaskClient client)"))
            {
                writer.Line($"/// <summary>The tasks of <see cref=\"{model.DocumentationId}\"/>. In a hot path keep the client instead of asking for it each time.</summary>");
                writer.Line($"public {model.ClientTypeName} {Identifiers.Escape(model.GroupName)} => new {model.ClientTypeName}(client);");
            }
        }

        context.AddSource(HintNames.OfClient(model.MetadataName), GeneratedFile.End(writer));
    }
}
