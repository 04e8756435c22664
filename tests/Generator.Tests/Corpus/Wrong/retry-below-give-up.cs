// The base class gives up before the derived one can retry.
public sealed class UploadTasks
{
    [Task(Name = "uploads.put", Retry = 3)]
    [[|TG0014:RetryOn<System.IO.FileNotFoundException>|]]
    [GiveUpOn<System.IO.IOException>]
    public void Put(int id) => Console.WriteLine(id);
}
