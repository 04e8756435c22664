// Values come in a class of their own, under a key, or have a default.
using Microsoft.Extensions.DependencyInjection;

public sealed record ImportOptions(string ConnectionString);

public sealed class ImportTasks(
    ImportOptions options, [FromKeyedServices("region")] string region, string? prefix, int batchSize = 100, TimeSpan timeout = default)
{
    [Task(Name = "imports.run")]
    public void Run(int id) => Console.WriteLine($"{options.ConnectionString} {region} {prefix} {batchSize} {timeout} {id}");
}
