using System.Text;

namespace ServerlessCompute;

/// <summary>The outline of a line in a picture.</summary>
internal static class SvgPath
{
    public static StringBuilder Move(this StringBuilder path, double x, double y) => path.Append('M').At(x, y);

    public static StringBuilder To(this StringBuilder path, double x, double y) => path.Append('L').At(x, y);

    /// <summary>A bend that leaves and arrives in the direction of the y axis.</summary>
    public static StringBuilder Bend(this StringBuilder path, double x1, double y1, double x2, double y2)
    {
        double middle = (y1 + y2) / 2;
        return path.Append('C').At(x1, middle).Append(' ').At(x2, middle).Append(' ').At(x2, y2);
    }

    private static StringBuilder At(this StringBuilder path, double x, double y) => path.Append(Markup.Number(x)).Append(' ').Append(Markup.Number(y));
}
