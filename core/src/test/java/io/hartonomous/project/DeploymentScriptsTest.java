package io.hartonomous.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hartonomous.project.ExpandedScript.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Deployment scripts with their includes. The expected texts are those that the reference compiler
/// (DacFx 170.5.96) puts into a package.
class DeploymentScriptsTest {
  @TempDir Path parent;
  private Path folder;

  @BeforeEach
  void project() throws IOException {
    folder = Files.createDirectories(parent.resolve("p/Scripts/sub")).getParent().getParent();
    Files.writeString(
        folder.resolve("p.sqlproj"),
        """
        <Project Sdk="Microsoft.Build.Sql"><ItemGroup>
          <Build Remove="Scripts/**/*.sql" />
          <PostDeploy Include="Scripts/Post.sql" />
        </ItemGroup></Project>
        """);
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve("Scripts").resolve(name), text);
  }

  private ExpandedScript expanded(String post) throws Exception {
    file("Post.sql", post);
    return DeploymentScripts.postDeployment(ProjectReader.read(folder)).orElseThrow();
  }

  @Test
  void putsIncludesInPlace() throws Exception {
    file("one.sql", "PRINT 'in one';\n");
    file("sub/two.sql", "PRINT 'in two';\n:r three.sql\nPRINT 'after three';");
    file("sub/three.sql", "PRINT 'three';");
    file("three.sql", "PRINT 'three beside post';");
    ExpandedScript script =
        expanded(
            "PRINT 'one';\n:r one.sql\nPRINT 'two';\n:r sub/two.sql\n:r \"one.sql\"\nPRINT 'end';");
    assertThat(script.text())
        .isEqualTo(
            "PRINT 'one';\nPRINT 'in one';\n\r\nPRINT 'two';\nPRINT 'in two';\n"
                + "PRINT 'three';\r\nPRINT 'after three';\r\nPRINT 'in one';\n\r\n"
                + "PRINT 'end';\nGO\n");
    assertThat(script.place(1)).isEqualTo(new Place("Scripts/Post.sql", 1));
    assertThat(script.place(2)).isEqualTo(new Place("Scripts/one.sql", 1));
    assertThat(script.place(4)).isEqualTo(new Place("Scripts/Post.sql", 3));
    assertThat(script.place(5)).isEqualTo(new Place("Scripts/sub/two.sql", 1));
    assertThat(script.place(6)).isEqualTo(new Place("Scripts/sub/three.sql", 1));
    assertThat(script.place(7)).isEqualTo(new Place("Scripts/sub/two.sql", 3));
    assertThat(script.place(8)).isEqualTo(new Place("Scripts/one.sql", 1));
    assertThat(script.place(10)).isEqualTo(new Place("Scripts/Post.sql", 6));
  }

  @Test
  void endsWithGo() throws Exception {
    assertThat(expanded("PRINT 'x';").text()).isEqualTo("PRINT 'x';\nGO\n");
    assertThat(expanded("PRINT 'x';\r\n").text()).isEqualTo("PRINT 'x';\r\nGO\n");
    assertThat(expanded("PRINT 'x';\nGO\n").text()).isEqualTo("PRINT 'x';\nGO\n");
    assertThat(expanded("PRINT 'x';\nGO\n-- end").text()).isEqualTo("PRINT 'x';\nGO\n-- end\nGO\n");
    assertThat(expanded("").text()).isEmpty();
  }

  @Test
  void readsNoIncludeInsideAComment() throws Exception {
    String text = "PRINT 'x'; /* \n:r nothing.sql \n*/ PRINT 'z'\n";
    assertThat(expanded(text).text()).isEqualTo(text + "GO\n");
  }

  @Test
  void refusesWhatCannotBeIncluded() throws IOException {
    refused(":r missing.sql\n", "Scripts/missing.sql does not exist");
    refused(":r Post.sql\n", "Scripts/Post.sql includes itself");
    Files.writeString(parent.resolve("outside.sql"), "PRINT 'secret';");
    refused(":r ../../outside.sql\n", "lies outside the project's folder");
  }

  @Test
  void refusesACircleOfTwo() throws IOException {
    file("a.sql", ":r b.sql\n");
    file("b.sql", ":r a.sql\n");
    refused(":r a.sql\n", "Scripts/a.sql includes itself");
  }

  private void refused(String post, String message) {
    assertThatThrownBy(() -> expanded(post))
        .isInstanceOf(ProjectException.class)
        .hasMessageContaining(message);
  }
}
