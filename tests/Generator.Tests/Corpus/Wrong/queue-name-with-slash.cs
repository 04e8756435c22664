// A path as a queue name; names become keys of the broker.
public sealed class VideoTasks
{
    [Task(Name = "video.encode", [|TG0201:Queue = "video/high"|])]
    public void Encode(int id) => Console.WriteLine(id);
}
