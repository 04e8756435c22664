// A file of any size in every copy of the payload (bull#1681: out of memory).
public sealed class ImageTasks
{
    [Task(Name = "images.resize")]
    public void Resize(byte[] [|TG0105:image|], int width) => Console.WriteLine(image.Length * width);
}
