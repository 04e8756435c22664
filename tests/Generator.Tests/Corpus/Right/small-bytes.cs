// A hash is no file.
public sealed class VerifyTasks
{
    [Task(Name = "verify.run")]
    public bool Run(string path, byte[] sha256Hash) => path.Length == sha256Hash.Length;
}
