// The uploaded file is closed when the job runs (a classic of ASP.NET and Hangfire).
using System.IO;

public sealed class UploadJobs
{
    [Task(Name = "uploads.store")]
    public Task Store(Stream [|TG0101:content|], string name, CancellationToken cancellationToken) =>
        content.CopyToAsync(File.Create(name), cancellationToken);
}
