using System.Collections.Immutable;
using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Guarding;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Emitting;

/// <summary>
/// Emits the file for one task class: the client with all tasks of the class, and the extension property of <c>ITaskClient</c> that returns
/// the client.
/// </summary>
internal static class ClientEmitter
{
    /// <summary>Returns the files for task classes. Tasks with which the emitter throws an exception are left out.</summary>
    public static ImmutableArray<ClientFileModel> Emit(EquatableArray<ClientModel> clients, StepRun run)
    {
        var files = ImmutableArray.CreateBuilder<ClientFileModel>(clients.Count);
        foreach (var client in clients)
        {
            if (run.TrySift(client, client.Tasks.Items, (tasks, part) => Emit(client with { Tasks = tasks }, part), out var file))
            {
                files.Add(file);
            }
        }

        return files.ToImmutable();
    }

    private static ClientFileModel Emit(ClientModel client, StepRun run)
    {
        var experimentalIds = new SortedSet<string>(StringComparer.Ordinal);
        var usings = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var task in client.Tasks)
        {
            experimentalIds.UnionWith(task.ExperimentalIds);
            usings.UnionWith(task.Usings);
        }

        var writer = GeneratedFile.Begin(ImmutableArray.CreateRange(experimentalIds));
        GeneratedFile.Usings(writer, usings);
        GeneratedFile.Namespace(writer, client.Class.Namespace);
        WriteClient(writer, client, run.CancellationToken);
        writer.Line();
        WriteExtension(writer, client.Class);
        return new ClientFileModel(client, new GeneratedText(HintNames.OfClient(client.Class.MetadataName), writer.ToString()));
    }

    private static void WriteClient(CodeWriter writer, ClientModel client, CancellationToken cancellationToken)
    {
        var model = client.Class;
        WriteClientDocs(writer, client);
        writer.Line(GeneratedFile.GeneratedCode);
        using (writer.Block($"{Access(model)} sealed partial class {Identifiers.Escape(model.ClientName)}"))
        {
            writer.Line($"private readonly global::TaskGen.ITaskClient {TaskClassModel.ClientField};");
            writer.Line();
            writer.Line("/// <summary>Initializes a new instance that dispatches tasks through the specified client.</summary>");
            writer.Line("/// <param name=\"client\">The client used to enqueue the tasks.</param>");
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

    private static void WriteClientDocs(CodeWriter writer, ClientModel client)
    {
        writer.Line(
            $"/// <summary>Represents a client that dispatches the tasks of <see cref=\"{client.Class.DocumentationId}\"/>. "
            + "It has a property for each task.</summary>");
        writer.Line(
            "/// <remarks>Inject the client, or get it from any <see cref=\"T:TaskGen.ITaskClient\"/> with the property "
            + $"<c>{client.Class.GroupName}</c>.</remarks>");
        WriteExample(writer, client.Tasks[0]);
    }

    private static void WriteExample(CodeWriter writer, TaskModel task)
    {
        var arguments = new List<string>();
        foreach (var parameter in task.Parameters)
        {
            if (parameter is { Kind: ParameterKind.Payload, Default: null, IsParams: false })
            {
                arguments.Add(Identifiers.Escape(parameter.Name));
            }
        }

        writer.Line("/// <example><code>");
        writer.Line($"/// var handle = await client.{Identifiers.Escape(task.Name)}.DelayAsync({string.Join(", ", arguments)});");
        if (!DeclaredSettings.IgnoresResult(task))
        {
            writer.Line($"/// {(task.Result is null ? "" : "var result = ")}await handle.GetAsync();");
        }

        writer.Line("/// </code></example>");
    }

    private static void WriteExtension(CodeWriter writer, TaskClassModel model)
    {
        writer.Line($"/// <summary>Provides access to the tasks of <see cref=\"{model.DocumentationId}\"/> from any client.</summary>");
        writer.Line(GeneratedFile.GeneratedCode);
        writer.Line(RuntimeNames.Never);
        using (writer.Block($"{Access(model)} static class {model.ExtensionsName}"))
        {
            writer.Line("/// <param name=\"client\">The client used to enqueue the tasks.</param>");
            using (writer.Block("extension(global::TaskGen.ITaskClient client)"))
            {
                writer.Line(
                    $"/// <summary>Gets a client that dispatches the tasks of <see cref=\"{model.DocumentationId}\"/>. "
                    + "Each access creates a new instance. Store the client if the code runs often.</summary>");
                writer.Line($"public {model.ClientTypeName} {Identifiers.Escape(model.GroupName)} => new {model.ClientTypeName}(client);");
            }
        }
    }

    private static string Access(TaskClassModel model) => model.IsPublic ? "public" : "internal";
}
